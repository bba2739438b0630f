import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/ingest/pdf/index.ts';
import { layOut } from '../../../src/layout/index.ts';
import { toldRows } from '../../layout/drawn/told-rows.ts';
import { ruledTable, type TinyPdf, text, writePdf } from './write-pdf.ts';

const ROWS = [
  ['Name', 'R4', 'R5'],
  ['Visitors', '1,234', '1,300'],
  ['Shops', '12', ''],
];
const TABLE = text(50, 420, 'Report') + ruledTable(ROWS, 300);
const EXPECTED = ['0: Name | 1: R4 | 2: R5', '0: Visitors | 1: 1,234 | 2: 1,300', '0: Shops | 1: 12 | 2:'];

async function read(pdf: TinyPdf) {
  const source = await readPdf({ path: 'x.pdf', bytes: writePdf(pdf) });
  const { blocks } = layOut(source);
  const [page] = source.pages;
  return {
    size: [page!.width, page!.height],
    lines: blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : [])),
    tables: blocks.flatMap((block) => (block.kind === 'table' ? [toldRows(block)] : [])),
  };
}
const UPRIGHT = { lines: ['Report'], tables: [EXPECTED] };

/** What is drawn, turned about the page's middle by quarters clockwise. */
const MATRIX: { readonly [turn: number]: string } = {
  0: '1 0 0 1 0 0',
  90: '0 -1 1 0 0 842',
  180: '-1 0 0 -1 595 842',
  270: '0 1 -1 0 595 0',
};

describe('a table is the same, however its page lies:', () => {
  it.each([0, 90, 180, 270])('drawn turned by %i°', async (turn) => {
    const { size, ...seen } = await read({ pages: [`q ${MATRIX[turn]} cm ${TABLE} Q\n`] });
    expect(seen).toEqual(UPRIGHT);
    expect(size).toEqual(turn % 180 === 0 ? [595, 842] : [842, 595]);
  });

  it.each([90, 180, 270])('drawn turned back by %i° for a page that is shown turned', async (turn) => {
    const content = `q ${MATRIX[360 - turn]} cm ${TABLE} Q\n`;
    const { size, ...seen } = await read({ pages: [content], pageEntries: `/Rotate ${turn}` });
    expect(seen).toEqual(UPRIGHT);
    expect(size).toEqual(turn === 180 ? [595, 842] : [842, 595]);
  });

  it.each([90, 180, 270])('drawn upright on a page that is shown turned by %i°', async (turn) => {
    expect(await read({ pages: [TABLE], pageEntries: `/Rotate ${turn}` })).toMatchObject(UPRIGHT);
  });

  it('a few words written upwards turn nothing', async () => {
    const beside = 'BT /F1 10 Tf 0 1 -1 0 30 300 Tm (upwards) Tj ET\n';
    const { lines, tables } = await read({ pages: [TABLE + beside] });
    expect(tables).toEqual([EXPECTED]);
    expect(lines.toSorted()).toEqual(['Report', 'upwards']);
  });
});

it('what the crop box leaves out is not seen, and counted', async () => {
  const source = await readPdf({
    path: 'x.pdf',
    bytes: writePdf({
      pages: [text(50, 700, 'outside') + text(50, 300, 'inside')],
      pageEntries: '/CropBox [0 0 595 500]',
    }),
  });
  const [page] = source.pages;
  expect(page!.runs.map((run) => run.text)).toEqual(['inside']);
  expect([page!.width, page!.height, page!.leftOut.clipped]).toEqual([595, 500, 7]);
});
