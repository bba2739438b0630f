import { DocumentError, type DocumentErrorCode } from '../model/index.ts';
import { READABLE_EXTENSIONS } from './source-kinds.ts';

const TAKEN = READABLE_EXTENSIONS.join(' ');

/** What a file system's error says of an input: not there, or there and not readable. */
export function accessError(path: string, cause: unknown): DocumentError {
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  if (reason === 'ENOENT' || reason === 'ENOTDIR' || reason === 'ENAMETOOLONG') {
    return documentError('notFound', path, cause, {
      ja: 'ファイルもフォルダも見つかりません。パスを確かめてください',
      en: 'no such file or folder; check the path',
    });
  }
  if (reason === 'ERR_FS_FILE_TOO_LARGE') return tooLargeError(path, null);
  return documentError('notReadable', path, cause, {
    ja: `読み取れません（${reason}）。アクセス権を確かめてください`,
    en: `cannot be read (${reason}); check its permissions`,
  });
}

/** A folder or glob that stands for no report; `others` is how many files of other kinds it holds. */
export function noReportError(arg: string, kind: 'folder' | 'glob', others: number): DocumentError {
  const what = kind === 'folder' ? { ja: 'フォルダ', en: 'folder' } : { ja: 'パターン', en: 'pattern' };
  return documentError('notFound', arg, undefined, {
    ja: `この${what.ja}に報告書がありません（対象外のファイル ${others} 件）。読める拡張子は ${TAKEN} です`,
    en: `no report in this ${what.en} (${others} files of other kinds); ${TAKEN} are read`,
  });
}

/** A file of a kind that is not read; `kind` is its extension. */
export function unsupportedError(path: string, kind: string): DocumentError {
  return documentError('unsupported', path, undefined, {
    ja: `${kind} はまだ読めません。PDF かテキストに変換してください（${TAKEN}）`,
    en: `${kind} is not read yet; convert it to a PDF or a text (${TAKEN})`,
  });
}

/** A file in the folder the run writes to, which would be read and replaced at once. */
export function insideOutError(path: string): DocumentError {
  return documentError('unsupported', path, undefined, {
    ja: '出力フォルダ (--out) の中のファイルです。別の場所に置いてください',
    en: 'stands in the folder of --out; put it elsewhere',
  });
}

/** An input that is neither file nor folder: a device, a pipe, a socket. */
export function notAFileError(path: string): DocumentError {
  return documentError('notReadable', path, undefined, {
    ja: '通常のファイルではありません。ファイルに保存してから指定してください',
    en: 'is not a regular file; save it to a file first',
  });
}

/** An input past the limit of `maxBytes`; null where the file system itself gave up on it. */
export function tooLargeError(path: string, maxBytes: number | null): DocumentError {
  const limit = maxBytes === null ? '' : ` (> ${Math.floor(maxBytes / 2 ** 20)} MiB)`;
  return documentError('tooLarge', path, undefined, {
    ja: `大きすぎます${limit}。分割してください`,
    en: `is too large${limit}; split it`,
  });
}

function documentError(
  code: DocumentErrorCode,
  path: string,
  cause: unknown,
  text: { ja: string; en: string },
): DocumentError {
  return new DocumentError(code, path, text, cause);
}
