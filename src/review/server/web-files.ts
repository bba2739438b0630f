import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the build leaves the page: the same place seen from src/ and from dist/. */
const BUILT = fileURLToPath(new URL('../../../dist/review/web/', import.meta.url));

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

/** The built files of the page. Only what stands in their folder at the start is given out, by exact name. */
export class WebFiles {
  readonly #byPath: ReadonlyMap<string, string>;

  private constructor(byPath: ReadonlyMap<string, string>) {
    this.#byPath = byPath;
  }

  static async open(folder = BUILT): Promise<WebFiles> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    return new WebFiles(
      new Map(files.map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file])),
    );
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
