/** First bytes of the kinds of file people hand over by mistake or in hope (IANA media types, each kind's specification). */
const SIGNATURES: readonly { readonly mediaType: string; readonly bytes: readonly number[] }[] = [
  { mediaType: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] }, // %PDF-
  { mediaType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/gif', bytes: [0x47, 0x49, 0x46, 0x38] }, // GIF8
  { mediaType: 'image/tiff', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { mediaType: 'image/tiff', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { mediaType: 'application/zip', bytes: [0x50, 0x4b, 0x03, 0x04] }, // also docx, xlsx
  { mediaType: 'application/x-ole-storage', bytes: [0xd0, 0xcf, 0x11, 0xe0] }, // doc, xls
  { mediaType: 'application/gzip', bytes: [0x1f, 0x8b, 0x08] },
];

const TEXT_BY_EXTENSION: Readonly<Record<string, string>> = {
  md: 'text/markdown',
  markdown: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  tsv: 'text/tab-separated-values',
};

const UTF8_BOM = [0xef, 0xbb, 0xbf];

/** What kind of file is this? The bytes decide; only among texts does the path's extension say which. */
export function sniffMediaType(input: { readonly path: string; readonly bytes: Uint8Array }): string {
  const found = SIGNATURES.find((signature) => startsWith(input.bytes, signature.bytes));
  if (found !== undefined) return found.mediaType;
  const extension = /\.([a-z0-9]{1,12})$/i.exec(input.path)?.[1]?.toLowerCase() ?? '';
  return TEXT_BY_EXTENSION[extension] ?? 'text/plain';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  const from = UTF8_BOM.every((byte, index) => bytes[index] === byte) ? UTF8_BOM.length : 0;
  return signature.every((byte, index) => bytes[from + index] === byte);
}
