import { DocumentError, type Failure } from '../model/index.ts';

/** The failure of an input as run.json and stderr tell it. What is no DocumentError is a fault of the program. */
export function toFailure(path: string, error: unknown): Failure {
  if (error instanceof DocumentError) {
    return { path, code: error.code, message: { ja: error.text.ja, en: error.text.en }, stack: null };
  }
  const reason = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? (error.stack ?? null) : null;
  return {
    path,
    code: 'internal',
    message: {
      ja: `プログラムの不具合です: ${reason}。他の入力には影響しません。run.json の stack を添えて報告してください`,
      en: `a fault in jisseki: ${reason}; the other inputs are unaffected, please report it with its stack in run.json`,
    },
    stack,
  };
}

/** An error with the code of the operating system: ENOSPC, EACCES, … */
export type FileSystemError = Error & { readonly code: string };

export function isFileSystemError(error: unknown): error is FileSystemError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error;
}

/** The failure of a document that was read but that the output folder did not take, for example on a full disk. */
export function notWrittenFailure(path: string, { code }: FileSystemError): Failure {
  return {
    path,
    code: 'notWritten',
    message: {
      ja: `結果を書き込めませんでした（${code}）。空き容量と権限を確かめ、もう一度実行してください`,
      en: `its result could not be written (${code}); check free space and permissions, then run again`,
    },
    stack: null,
  };
}
