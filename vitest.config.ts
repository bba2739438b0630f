import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    setupFiles: ['tests/fixed-seed.ts'],
    expect: { poll: { timeout: 15_000 } },
    globalSetup: ['tests/review/web/built-page.ts'],
  },
});
