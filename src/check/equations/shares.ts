import { foldText } from '../../normalize/index.ts';
import type { ReportView } from '../report-view.ts';
import type { Found } from '../rule.ts';
import { markOf, type Tally } from './counts.ts';
import { isTotal } from './words.ts';

/** 約62%(40項目), 62%(40件): a share with the number it is made of. */
const SHARE =
  /(約|およそ|ほぼ)?(\d{1,3}(?:\.\d{1,2})?)%(?:[^\d。、(]{0,8})\((\d{1,4})(?:項目|件|指標|事業|施策)\)/gu;
/** 全69項目. */
const WHOLE = /全(?:体の?)?(\d{1,4})(?:項目|指標|KPI)/gu;

interface Summary {
  readonly tally: Tally;
  readonly total: number;
  readonly sums: ReadonlySet<number>;
  readonly wholes: readonly number[];
}

/** Shares and counts named in the text against the summary table's total row. */
export function sharesInText(
  view: ReportView,
  tallies: readonly Tally[],
): { checked: number; found: Found[] } {
  const summaries = tallies.filter(({ name, total }) => isTotal(name) && total !== null);
  // with two summaries there is no telling which one the text speaks of
  const [only] = summaries;
  if (only === undefined || summaries.length > 1) return { checked: 0, found: [] };
  const summary = openSummary(only);
  let checked = 0;
  const found: Found[] = [];
  for (const record of view.records) {
    if (record.type !== 'narrative') continue;
    const place = { page: record.provenance.page, line: record.provenance.line };
    const text = foldText(record.text);
    for (const [said, about, percent = '', count = ''] of text.matchAll(SHARE)) {
      checked += 1;
      const wrong = wrongShare(Number(percent), percent, Number(count), about !== undefined, summary);
      if (wrong !== null) found.push(findingOf(said, wrong, summary, record.id, place));
    }
    for (const [said, whole = ''] of text.matchAll(WHOLE)) {
      checked += 1;
      if (Number(whole) !== summary.total) found.push(findingOf(said, null, summary, record.id, place));
    }
  }
  return { checked, found };
}

function openSummary(tally: Tally): Summary {
  const total = tally.total?.value ?? 0;
  let sums = [0];
  for (const { value } of tally.marks.values()) sums = [...sums, ...sums.map((sum) => sum + value)];
  const open = [...tally.marks].flatMap(([mark, { value }]) => (markOf(mark) === '－' ? [value] : []));
  return { tally, total, sums: new Set(sums), wholes: [total, ...open.map((value) => total - value)] };
}

/** What the numbers would give; null where share and count agree with the table. */
function wrongShare(
  share: number,
  printed: string,
  count: number,
  isAbout: boolean,
  summary: Summary,
): string | null {
  const half = 0.5 * 10 ** -(printed.split('.')[1]?.length ?? 0) + (isAbout ? 0.5 : 0);
  const shares = summary.wholes
    .filter((whole) => whole > 0)
    .map((whole) => ({ whole, is: (100 * count) / whole }));
  const fits = shares.some(({ is }) => Math.abs(is - share) <= half + 1e-9);
  if (fits && summary.sums.has(count)) return null;
  return shares.map(({ whole, is }) => `${count} ÷ ${whole} = ${is.toFixed(1)}%`).join('、');
}

function findingOf(
  said: string,
  computed: string | null,
  { tally, total }: Summary,
  recordId: string,
  place: NonNullable<Found['place']>,
): Found {
  const marks = [...tally.marks].map(([mark, { value }]) => `${mark}${value}`).join(' ');
  const observations = [...(tally.total === null ? [] : [tally.total]), ...tally.marks.values()];
  const [ja, en] = computed === null ? [`合計 ${total}`, `total ${total}`] : [computed, computed];
  return {
    severity: 'warning',
    confidence: 0.75,
    message: {
      ja: `本文の「${said}」は集計表（${marks}）と合いません（${ja}）。`,
      en: `“${said}” in the text does not follow from the table (${marks}): ${en}.`,
    },
    observations: [...new Set(observations.map(({ observation }) => observation))],
    recordIds: [recordId],
    place,
    restsOn: 'sense',
    evidence: { said, table: marks, computed: computed ?? total },
    compared: ['share in text', said, marks],
  };
}
