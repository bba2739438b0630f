import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    setupFiles: ['tests/fixed-seed.ts'],
    // what a person's own runs have kept is no business of tests
    env: { JISSEKI_CACHE: '' },
    expect: { poll: { timeout: 15_000 } },
    globalSetup: ['tests/review/web/built-page.ts'],
  },
});
