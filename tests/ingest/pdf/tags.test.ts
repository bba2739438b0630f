import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/ingest/pdf/index.ts';
import { taggedTables } from '../../../src/ingest/pdf/tags.ts';
import { FIRST_EXTRA, text, writePdf } from './write-pdf.ts';

type Node = {
  role?: string;
  type?: string;
  id?: string;
  rowSpan?: number;
  colSpan?: number;
  children?: Node[];
};

/** The tables of a tree as pdf.js gives it. */
const tablesOf = (root: Node | null) => taggedTables({ getStructTree: async () => root } as never);
const content = (mark: number): Node => ({ type: 'content', id: `p7R_mc${mark}` });
const cell = (role: 'TH' | 'TD', marks: readonly number[], spans: Partial<Node> = {}): Node => ({
  role,
  ...spans,
  children: marks.map(content),
});
const row = (...children: Node[]): Node => ({ role: 'TR', children });
const table = (...children: Node[]): Node => ({ role: 'Table', children });

describe('the tables that tags tell', () => {
  it('row by row, with headers, spans and what stands in each cell', async () => {
    const root = {
      role: 'Root',
      children: [table(row(cell('TH', [0], { colSpan: 2 })), row(cell('TD', [1, 2]), cell('TD', [])))],
    };
    expect(await tablesOf(root)).toEqual([
      {
        rows: [
          [{ marks: [0], isHeader: true, rowSpan: 1, columnSpan: 2 }],
          [
            { marks: [1, 2], isHeader: false, rowSpan: 1, columnSpan: 1 },
            { marks: [], isHeader: false, rowSpan: 1, columnSpan: 1 },
          ],
        ],
      },
    ]);
  });

  it('rows in head, body and foot; marks below paragraphs', async () => {
    const paragraph: Node = { role: 'TD', children: [{ role: 'P', children: [content(3)] }] };
    const root = table(
      { role: 'THead', children: [row(cell('TH', [1]))] },
      { role: 'TBody', children: [row(paragraph)] },
    );
    expect((await tablesOf(root)).map(({ rows }) => rows.map(([only]) => only?.marks))).toEqual([[[1], [3]]]);
  });

  it('a table inside a cell is one of its own', async () => {
    const outer: Node = { role: 'TD', children: [content(1), table(row(cell('TD', [2])))] };
    expect((await tablesOf(table(row(outer)))).map(({ rows }) => rows[0]?.[0]?.marks)).toEqual([[1], [2]]);
  });

  it('spans that are no counts are one, those beyond all tables are cut', async () => {
    const root = table(
      row(
        cell('TD', [1], { rowSpan: 0, colSpan: 1e9 }),
        cell('TD', [2], { rowSpan: Number.NaN, colSpan: 2.7 }),
      ),
    );
    expect(
      (await tablesOf(root))[0]?.rows[0]?.map(({ rowSpan, columnSpan }) => [rowSpan, columnSpan]),
    ).toEqual([
      [1, 1000],
      [1, 2],
    ]);
  });

  it('none where there are no tags, or no rows', async () => {
    expect(await tablesOf(null)).toEqual([]);
    expect(await tablesOf(table({ role: 'Caption', children: [content(1)] }))).toEqual([]);
  });

  it('however deep they nest', async () => {
    let root: Node = table(row(cell('TD', [1])));
    for (let depth = 0; depth < 100_000; depth += 1) root = { role: 'Div', children: [root] };
    expect(await tablesOf(root)).toEqual([]);
  });
});

it('a tagged PDF gives its table and the marks of what is drawn', async () => {
  const mark = (role: string, id: number, drawn: string): string =>
    `/${role} << /MCID ${id} >> BDC ${drawn} EMC\n`;
  const [root, structTable, tableRow, header, data] = [0, 1, 2, 3, 4].map((i) => FIRST_EXTRA + i);
  const page = FIRST_EXTRA + 5;
  const bytes = writePdf({
    pages: [mark('TH', 0, text(50, 700, 'Visitors')) + mark('TD', 1, text(150, 700, '12'))],
    pageEntries: '/StructParents 0',
    catalog: `/MarkInfo << /Marked true >> /StructTreeRoot ${root} 0 R`,
    extra: [
      {
        text: `<< /Type /StructTreeRoot /K [${structTable} 0 R] /ParentTree << /Nums [0 [${header} 0 R ${data} 0 R]] >> >>`,
      },
      { text: `<< /Type /StructElem /S /Table /P ${root} 0 R /K [${tableRow} 0 R] >>` },
      { text: `<< /Type /StructElem /S /TR /P ${structTable} 0 R /K [${header} 0 R ${data} 0 R] >>` },
      { text: `<< /Type /StructElem /S /TH /P ${tableRow} 0 R /Pg ${page} 0 R /K 0 >>` },
      {
        text: `<< /Type /StructElem /S /TD /P ${tableRow} 0 R /Pg ${page} 0 R /K 1 /A << /O /Table /ColSpan 2 >> >>`,
      },
    ],
  });
  const { pages } = await readPdf({ path: 'x.pdf', bytes });
  expect(pages[0]!.runs.map((run) => [run.text, run.mark])).toEqual([
    ['Visitors', 0],
    ['12', 1],
  ]);
  expect(pages[0]!.tables).toEqual([
    {
      rows: [
        [
          { marks: [0], isHeader: true, rowSpan: 1, columnSpan: 1 },
          { marks: [1], isHeader: false, rowSpan: 1, columnSpan: 2 },
        ],
      ],
    },
  ]);
});
