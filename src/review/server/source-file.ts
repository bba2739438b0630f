import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import type { Document } from '../../model/index.ts';
import { ReviewError } from './review-error.ts';

/** A file by what tells it from another that takes its place. */
interface FileState {
  readonly path: string;
  readonly stamp: string;
}

/**
 * The sources a run names. A path is trusted no further than its content: only a file with the bytes that were read
 * (sha256) is given out, wherever links or `..` lead.
 */
export class SourceFiles {
  readonly #places: readonly string[];
  /** path and stamp of a file whose bytes were compared → its sha256 */
  readonly #compared = new Map<string, Promise<string>>();

  /** `cwd` is where relative paths of the run started from; beside the run's folder they are looked for too. */
  constructor(cwd: string, folder: string) {
    this.#places = [...new Set([cwd, dirname(folder)])];
  }

  /** Where the source of a document is, as it was read; null where it is no more. */
  async find({ source }: Document): Promise<string | null> {
    return (await this.#find(source))?.path ?? null;
  }

  /** A page of an image file as a picture that every browser shows. Throws ReviewError where the source is no image. */
  async picture(document: Document, page: number): Promise<Uint8Array<ArrayBuffer>> {
    const { mediaType, pages } = document.source;
    if (!mediaType.startsWith('image/') || page > pages) throw noPicture(document, page);
    const found = await this.#find(document.source);
    if (found === null) throw gone(document);
    // what decodes images is loaded by the first of them
    const { pageImage } = await import('../../ingest/scan/page-image.ts');
    return pageImage(found.path, page);
  }

  /** The bytes of a source, or the range of them that a browser asks for. Throws ReviewError where it is no more. */
  async respond(document: Document, range: string | undefined): Promise<Response> {
    const found = await this.#find(document.source);
    const file = found === null ? null : await openAsCompared(found);
    if (file === null) throw gone(document);
    const { bytes, mediaType } = document.source;
    const part = rangeOf(range, bytes);
    if (part === 'unsatisfiable') {
      await file.close();
      return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${bytes}` } });
    }
    const { from, to } = part ?? { from: 0, to: bytes - 1 };
    const stream = file.createReadStream({ start: from, end: to });
    const headers = {
      'Content-Type': SHOWN.has(mediaType) ? mediaType : 'application/octet-stream',
      'Content-Length': String(to - from + 1),
      'Accept-Ranges': 'bytes',
      ...(part !== null && { 'Content-Range': `bytes ${from}-${to}/${bytes}` }),
    };
    return new Response(Readable.toWeb(stream) as ReadableStream, {
      status: part === null ? 200 : 206,
      headers,
    });
  }

  async #find({ path, bytes, sha256 }: Document['source']): Promise<FileState | null> {
    for (const place of this.#places) {
      const file = resolve(place, path);
      const info = await stat(file).catch(() => null);
      if (info === null || !info.isFile() || info.size !== bytes) continue;
      const found = { path: file, stamp: stampOf(info) };
      if ((await this.#hashOf(found)) === sha256) return found;
    }
    return null;
  }

  #hashOf({ path, stamp }: FileState): Promise<string> {
    const key = `${stamp}:${path}`;
    const known = this.#compared.get(key);
    if (known !== undefined) return known;
    const hash = sha256Of(path).catch(() => '');
    this.#compared.set(key, hash);
    return hash;
  }
}

/** Kinds that a browser may show as what they are; HTML is text to be read and never a page of this server. */
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/tiff']);

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** The file that was compared, not one that has taken its place since. */
async function openAsCompared({ path, stamp }: FileState): Promise<FileHandle | null> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  if (stampOf(await file.stat()) === stamp) return file;
  await file.close();
  return null;
}

const stampOf = ({ dev, ino, size, mtimeMs }: { dev: number; ino: number; size: number; mtimeMs: number }) =>
  `${dev}:${ino}:${size}:${mtimeMs}`;

/** One range of bytes (RFC 9110, 14.1.2); null where all are asked for, or several ranges, which may be answered so. */
function rangeOf(
  header: string | undefined,
  size: number,
): { readonly from: number; readonly to: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return null;
  const [, begin = '', end = ''] = match;
  const from = begin === '' ? Math.max(0, size - Number(end)) : Number(begin);
  const to = begin === '' || end === '' ? size - 1 : Math.min(Number(end), size - 1);
  return from > to || from >= size ? 'unsatisfiable' : { from, to };
}

const noPicture = ({ source: { path } }: Document, page: number): ReviewError =>
  new ReviewError(404, {
    ja: `${path} に画像の ${page} ページはありません`,
    en: `${path} has no picture of a page ${page}`,
  });

const gone = ({ source: { path } }: Document): ReviewError =>
  new ReviewError(404, {
    ja: `${path} は読み取ったときの場所にないか、内容が変わっています。元の場所で jisseki review を起動してください`,
    en: `${path} is not where it was or not as it was read; start jisseki review where it was extracted`,
  });
