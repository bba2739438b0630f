import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the build leaves the page: the same place seen from src/ and from dist/. */
const BUILT = fileURLToPath(new URL('../../../dist/review/web/', import.meta.url));

/** What pdf.js loads when a PDF asks for it, straight from its package: /pdfjs/cmaps/…, /pdfjs/wasm/… */
const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const PDFJS_FOLDERS = ['cmaps', 'standard_fonts', 'wasm', 'iccs'];
/** The interpreter of scripts in PDFs: none is ever run. */
const RUNS_SCRIPTS = /quickjs/i;

const MEDIA_TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

export interface WebFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

/** The built files of the page and those of pdf.js. Only what stands there at the start is given out, by exact name. */
export class WebFiles {
  readonly #byPath: ReadonlyMap<string, string>;

  private constructor(byPath: ReadonlyMap<string, string>) {
    this.#byPath = byPath;
  }

  static async open(folder = BUILT): Promise<WebFiles> {
    const ofPdfjs = await Promise.all(
      PDFJS_FOLDERS.map((name) => filesBelow(join(PDFJS, name), `/pdfjs/${name}/`)),
    );
    const shown = ofPdfjs.flat().filter(([path]) => !RUNS_SCRIPTS.test(path));
    // the built page's own files win
    return new WebFiles(new Map([...shown, ...(await filesBelow(folder, '/'))]));
  }

  get isBuilt(): boolean {
    return this.#byPath.has('/index.html');
  }

  /** `path` as it stands in the address; null where there is no such file. */
  async read(path: string): Promise<WebFile | null> {
    const file = this.#byPath.get(path === '/' ? '/index.html' : path);
    if (file === undefined) return null;
    const bytes = new Uint8Array(await readFile(file));
    return { bytes, mediaType: MEDIA_TYPES[extname(file)] ?? 'application/octet-stream' };
  }
}

/** Path in the address → file, of all files below a folder; none where it is missing. */
async function filesBelow(folder: string, prefix: string): Promise<[path: string, file: string][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [`${prefix}${relative(folder, file).split(sep).join('/')}`, file]);
}
