import { createHash } from 'node:crypto';

/** An object of a PDF: its dictionary or value as text, and the bytes of its stream where it has one. */
export interface PdfObject {
  readonly text: string;
  readonly stream?: string | Uint8Array;
}

export interface TinyPdf {
  /** content stream of each page, in the operators of PDF 32000-1 */
  readonly pages: readonly (string | Uint8Array)[];
  /** entries added to each page's content stream dictionary: `/Filter /FlateDecode` */
  readonly streamEntries?: string;
  /** entries added to every page: `/Rotate 90` */
  readonly pageEntries?: string;
  /** entries added to every page's resources: `/XObject << /X1 4 0 R >>`; fonts beside /F1 in `fonts` */
  readonly resources?: string;
  readonly fonts?: string;
  /** entries added to the catalog, and the objects they point to, numbered from FIRST_EXTRA on */
  readonly catalog?: string;
  readonly extra?: readonly PdfObject[];
  /** protects the file with this user password (standard handler, revision 2, RC4 40 bits) */
  readonly password?: string;
}

/** Number of the first object of `extra`: 1 catalog, 2 pages, 3 font. */
export const FIRST_EXTRA = 4;

/** The smallest PDF that a reader takes, byte by byte as the standard says; all pages are A4 with Helvetica as /F1. */
export function writePdf({
  pages,
  streamEntries = '',
  pageEntries = '',
  resources = '',
  fonts = '',
  catalog = '',
  extra = [],
  password,
}: TinyPdf): Uint8Array {
  const firstPage = FIRST_EXTRA + extra.length;
  const kids = pages.map((_, index) => `${firstPage + 2 * index} 0 R`);
  const objects: PdfObject[] = [
    { text: `<< /Type /Catalog /Pages 2 0 R ${catalog} >>` },
    { text: `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>` },
    { text: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>' },
    ...extra,
    ...pages.flatMap((stream, index): PdfObject[] => [
      {
        text: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R ${fonts} >> ${resources} >> /Contents ${firstPage + 2 * index + 1} 0 R ${pageEntries} >>`,
      },
      { text: streamEntries, stream },
    ]),
  ];
  return fileOf(objects, password);
}

/** A line of text, in points from the page's lower left corner. */
export const text = (x: number, y: number, words: string): string =>
  `BT /F1 10 Tf ${x} ${y} Td (${words}) Tj ET\n`;

/** A table by its ruling lines: 100 by 20 points a cell, its lower left corner at (50, y). */
export function ruledTable(rows: readonly (readonly string[])[], y: number): string {
  const [height, width] = [rows.length, rows[0]?.length ?? 0];
  const lines = [
    ...Array.from(
      { length: height + 1 },
      (_, i) => `50 ${y + 20 * i} m ${50 + 100 * width} ${y + 20 * i} l S\n`,
    ),
    ...Array.from(
      { length: width + 1 },
      (_, i) => `${50 + 100 * i} ${y} m ${50 + 100 * i} ${y + 20 * height} l S\n`,
    ),
  ];
  const words = rows.flatMap((row, r) =>
    row.map((cell, c) => text(55 + 100 * c, y + 20 * (height - 1 - r) + 6, cell)),
  );
  return [...lines, ...words].join('');
}

function fileOf(objects: readonly PdfObject[], password: string | undefined): Uint8Array {
  const lock = password === undefined ? null : lockOf(password);
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  const write = (...pieces: readonly (string | Uint8Array)[]): void => {
    for (const piece of pieces) {
      const bytes = Buffer.from(piece as Uint8Array);
      parts.push(bytes);
      length += bytes.length;
    }
  };
  const all = lock === null ? objects : [...objects, { text: lock.dictionary }];
  for (const [index, { text: written, stream }] of all.entries()) {
    offsets.push(length);
    write(`${index + 1} 0 obj\n`);
    if (stream === undefined) write(`${written}\n`);
    else {
      const plain = Buffer.from(stream as Uint8Array);
      const bytes = lock === null ? plain : lock.encrypt(plain, index + 1);
      write(`<< /Length ${bytes.length} ${written} >>\nstream\n`, bytes, '\nendstream\n');
    }
    write('endobj\n');
  }
  const table = length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  write(`xref\n0 ${all.length + 1}\n0000000000 65535 f \n${entries.join('')}`);
  const encryption = lock === null ? '' : `/Encrypt ${all.length} 0 R /ID [<${lock.id}> <${lock.id}>]`;
  write(`trailer\n<< /Size ${all.length + 1} /Root 1 0 R ${encryption} >>\nstartxref\n${table}\n%%EOF\n`);
  return Buffer.concat(parts);
}

/** PDF 32000-1, 7.6.3.3: what fills a password up to 32 bytes. */
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const KEY_BYTES = 5;
const md5 = (...parts: readonly Uint8Array[]): Buffer =>
  createHash('md5').update(Buffer.concat(parts)).digest();

/** The standard security handler, revision 2 (algorithms 1 to 4), owner and user of one password. */
function lockOf(password: string) {
  const padded = Buffer.concat([Buffer.from(password), PADDING]).subarray(0, 32);
  const id = Buffer.from('0123456789abcdef0123456789abcdef', 'hex');
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const owner = rc4(md5(padded).subarray(0, KEY_BYTES), padded);
  const key = md5(padded, owner, permissions, id).subarray(0, KEY_BYTES);
  const user = rc4(key, PADDING);
  return {
    id: id.toString('hex'),
    dictionary: `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> /P -4 >>`,
    encrypt: (bytes: Uint8Array, object: number): Buffer =>
      rc4(md5(key, Buffer.from([object & 255, object >> 8, 0, 0, 0])).subarray(0, KEY_BYTES + 5), bytes),
  };
}

function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    [state[i], state[j]] = [state[j]!, state[i]!];
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 255;
      j = (j + state[i]!) & 255;
      [state[i], state[j]] = [state[j]!, state[i]!];
      return byte ^ state[(state[i]! + state[j]!) & 255]!;
    }),
  );
}
