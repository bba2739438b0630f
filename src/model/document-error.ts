export type DocumentErrorCode =
  | 'notFound'
  | 'notReadable'
  | 'unsupported'
  | 'empty'
  | 'noText'
  | 'tooLarge'
  | 'undecodable'
  | 'encrypted'
  | 'damaged'
  | 'tooSlow'
  | 'outOfMemory';

/** An input that cannot be read. The run goes on and says so: what, where, and what to do, in both languages. */
export class DocumentError extends Error {
  readonly code: DocumentErrorCode;
  readonly path: string;
  readonly text: { readonly ja: string; readonly en: string };

  constructor(code: DocumentErrorCode, path: string, text: { ja: string; en: string }, cause?: unknown) {
    super(`${path}: ${text.en}`, cause === undefined ? undefined : { cause });
    this.name = 'DocumentError';
    this.code = code;
    this.path = path;
    this.text = text;
  }
}
