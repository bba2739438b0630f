import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Builds the review page. What pdf.js fetches while it draws is served from its own package. */
export default defineConfig({
  root: fileURLToPath(new URL('src/review/web', import.meta.url)),
  base: './',
  publicDir: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: fileURLToPath(new URL('dist/review/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
  },
});
