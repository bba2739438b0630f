import type { RowSlip } from '../../model/index.ts';
import type { Found, Rule } from '../rule.ts';

/**
 * Cells of a row stand one or more columns off their headers.
 *
 * A person should look because the printed table, read column by column, gives every year the value of another. The
 * reading has put each cell under the header its type and neighbours ask for; the row as it should stand is the evidence.
 *
 *     取組内容 | KPI      | R2実績 | R3実績 | R4実績 | R5実績 | 評価・課題
 *     …        | 助成件数 |        | 1件    | 2件    | 0件    | 1件
 *                           ^ the values belong one column to the left
 */
export const shiftedRow: Rule = {
  slug: 'shifted-row',
  title: { ja: '列のずれた行', en: 'Cells one column off' },
  subject: 'print',
  needs: { ja: '見出しのある表', en: 'a table with headers' },
  severity: 'warning',
  check: ({ slips, byId, records }) => ({
    checked: records.length,
    found: blocksOf(slips).map((block) =>
      findingOf(
        block,
        block.flatMap(({ observationIds }) => observationIds.flatMap((id) => byId.get(id) ?? [])),
      ),
    ),
  }),
};

/** Rows one below the other from which on it is the block that slipped, and no row by itself. */
const LEAST_ROWS_OF_BLOCK = 3;

/** Slips one by one; where whole rows below each other slipped, with nothing lost, all of them as one. */
function blocksOf(slips: readonly RowSlip[]): RowSlip[][] {
  const runs: RowSlip[][] = [];
  for (const slip of slips) {
    const [run, before] = [runs.at(-1), runs.at(-1)?.at(-1)];
    const isBelow = before?.line != null && slip.line === before.line + 1 && slip.page === before.page;
    if (isBelow && before.lost.length === 0 && slip.lost.length === 0) run!.push(slip);
    else runs.push([slip]);
  }
  return runs.flatMap((run) => (run.length < LEAST_ROWS_OF_BLOCK ? run.map((slip) => [slip]) : [run]));
}

const CELL_CHARACTERS = 20;
const ROW_CHARACTERS = 160;

/** The row as it should stand, for the message; the whole of it is in the evidence. */
function rowAsMeant(row: RowSlip['row'], separator: string): string {
  const cut = (text: string): string =>
    text.length > CELL_CHARACTERS ? `${text.slice(0, CELL_CHARACTERS)}…` : text;
  const cells = Object.entries(row)
    .filter(([, text]) => text !== '')
    .map(([header, text]) => `${cut(header)} ${cut(text)}`);
  while (cells.join(separator).length > ROW_CHARACTERS) cells.pop();
  return cells.join(separator);
}

function findingOf(block: readonly RowSlip[], observations: Found['observations']): Found {
  const [slip] = block as [RowSlip];
  const below = block.length - 1;
  const more =
    below === 0
      ? { ja: '', en: '' }
      : { ja: `続く${below}行も同じです。`, en: ` The ${below} rows below it as well.` };
  const lost = slip.lost.length;
  const ja = lost === 0 ? '' : `失われた欄: ${slip.lost.join('、')}。`;
  const en = lost === 0 ? '' : ` Lost in the source: ${slip.lost.join(', ')}.`;
  const stand =
    slip.columns === 1
      ? '1 value of this row stands in another column than its header; it was'
      : `${slip.columns} values of this row stand in other columns than their headers; they were`;
  return {
    severity: 'warning',
    confidence: lost === 0 ? 0.9 : 0.7,
    message: {
      ja: `行の${slip.columns}個の値が見出しとずれた列にあります。見出しに合わせて読み取りました: ${rowAsMeant(slip.row, '、')}。${ja}${more.ja}`,
      en: `${stand} read as meant: ${rowAsMeant(slip.row, ', ')}.${en}${more.en}`,
    },
    observations,
    recordIds: [...new Set(block.map(({ recordId }) => recordId))],
    place: { page: slip.page, line: slip.line },
    restsOn: 'placing',
    evidence: {
      shiftedValues: slip.columns,
      lostColumns: lost,
      ...(below === 0 ? {} : { rowsBelow: below }),
      ...slip.row,
    },
    compared: [slip.columns, slip.lost, slip.row, ...block.slice(1).map(({ row }) => row)],
  };
}
