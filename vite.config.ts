import { cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('src/review/web', import.meta.url));
const outDir = fileURLToPath(new URL('dist/review/web', import.meta.url));
const pdfjs = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));

/** What pdf.js fetches while it draws: character maps, fonts, decoders and colour profiles, served from the same folder. */
const pdfjsAssets: Plugin = {
  name: 'pdfjs-assets',
  apply: 'build',
  closeBundle() {
    for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs'])
      cpSync(join(pdfjs, folder), join(outDir, 'pdfjs', folder), {
        recursive: true,
        filter: (path) => !path.includes('quickjs'),
      });
  },
};

export default defineConfig({
  root,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [pdfjsAssets],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
  },
});
