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
    found: slips.map((slip) =>
      findingOf(
        slip,
        slip.observationIds.flatMap((id) => byId.get(id) ?? []),
      ),
    ),
  }),
};

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

function findingOf(slip: RowSlip, observations: Found['observations']): Found {
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
      ja: `行の${slip.columns}個の値が見出しとずれた列にあります。見出しに合わせて読み取りました: ${rowAsMeant(slip.row, '、')}。${ja}`,
      en: `${stand} read as meant: ${rowAsMeant(slip.row, ', ')}.${en}`,
    },
    observations,
    recordIds: [slip.recordId],
    place: { page: slip.page, line: slip.line },
    restsOn: 'placing',
    evidence: { shiftedValues: slip.columns, lostColumns: lost, ...slip.row },
    compared: [slip.columns, slip.lost, slip.row],
  };
}
