/** What a page of a small PDF draws (operators of a content stream), and how it is turned. */
export interface SmallPage {
  readonly content: string;
  readonly rotate?: number;
}

const WIDTH = 200;
const HEIGHT = 100;

/** A PDF with pages of 200 × 100 points and Helvetica as /F1. */
export function smallPdf(pages: readonly SmallPage[]): Uint8Array<ArrayBuffer> {
  const numbers = pages.map((_, i) => 4 + i * 2);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${numbers.map((n) => `${n} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap(({ content, rotate = 0 }, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Rotate ${rotate} ` +
        `/Resources << /Font << /F1 3 0 R >> >> /Contents ${numbers[i]! + 1} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let pdf = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const offset = pdf.length;
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
  return new Uint8Array(
    Buffer.from(`${pdf}xref\n0 ${size}\n0000000000 65535 f \n${entries}${trailer}`, 'latin1'),
  );
}

/** Text at a place of the page, in points from its lower left corner. */
export const write = (text: string, x: number, y: number): string =>
  `BT /F1 8 Tf ${x} ${y} Td (${text}) Tj ET\n`;

/** A table of two columns, from (20, 40) to (180, 80): `KPI | FY2023` over `Visitors | 120`. */
export const SMALL_TABLE = [
  '0.5 w\n',
  ...[40, 60, 80].map((y) => `20 ${y} m 180 ${y} l S\n`),
  ...[20, 100, 180].map((x) => `${x} 40 m ${x} 80 l S\n`),
  write('KPI', 24, 67),
  write('FY2023', 140, 67),
  write('Visitors', 24, 47),
  write('120', 150, 47),
].join('');
