import type { Observation } from '../../model/index.ts';
import { cellName, missingFound, speaks, unfoundedMarks, unmarked } from '../marks-and-figures.ts';
import { missingInSheets } from '../missing-in-sheets.ts';
import type { ReportView, Row } from '../report-view.ts';
import type { Found, Rule } from '../rule.ts';

/**
 * A blank where all its neighbours speak, a mark without a value, a mark without a target, figures without their mark.
 *
 * A person should look because a blank may be a nought, a figure not yet counted or a figure forgotten, and a mark that
 * rests on no figure cannot be checked by anyone.
 *
 *     年度  目標値  実績値  進捗度        年度  目標値  実績値  進捗度
 *     H28   4件    5件    ○            H28   —      —      ○
 *     H29   6件                        　　　　　　　　　　　　　 ^ judged on nothing
 *                  ^ blank
 */
export const missingValue: Rule = {
  slug: 'missing-value',
  title: { ja: '欠けた値', en: 'A missing value' },
  subject: 'cells',
  needs: { ja: '値の欄のある表', en: 'a table with value cells' },
  severity: 'warning',
  check: (view) => {
    const usual = usualBlanks(view);
    const isRated = view.rows.some(({ ratings }) => ratings.some(speaks));
    const hasFusedBaselines = areBaselinesUsual(view.rows);
    const rows = view.rows.flatMap((row) => [
      ...blanksOf(row, view, usual),
      ...unfoundedMarks(row),
      ...(isRated ? unmarked(row) : []),
      ...(hasFusedBaselines ? lostBaseline(row) : []),
    ]);
    const sheets = missingInSheets(view);
    return { checked: view.rows.length + sheets.checked, found: [...rows, ...sheets.found] };
  },
};

/** Above this share of blanks in a column of a measure, a blank is how the report writes that there is nothing. */
const MOST_BLANKS = 0.3;
const LEAST_CELLS = 3;

const isBlank = ({ kind, raw }: Observation): boolean => kind === 'missing' && raw.trim() === '';

/** Measures a report leaves blank as a habit, and years of a measure that are not filled in yet. */
function usualBlanks({ rows }: ReportView): Set<string> {
  const counts = new Map<string, { blank: number; all: number }>();
  for (const observation of rows.flatMap(({ observations }) => observations)) {
    for (const slot of [observation.measure, yearSlot(observation)]) {
      const count = counts.get(slot) ?? { blank: 0, all: 0 };
      count.all += 1;
      count.blank += isBlank(observation) ? 1 : 0;
      counts.set(slot, count);
    }
  }
  return new Set(
    [...counts].flatMap(([slot, { blank, all }]) =>
      blank > all * MOST_BLANKS && (blank > 1 || !slot.includes(' ')) ? [slot] : [],
    ),
  );
}

const yearSlot = ({ measure, timePeriod }: Observation): string => `${measure} ${timePeriod?.end ?? ''}`;

function blanksOf(row: Row, { document }: ReportView, usual: ReadonlySet<string>): Found[] {
  const last = document.reportPeriod?.end ?? '9999';
  const blanks = row.observations.filter(
    (observation) =>
      isBlank(observation) &&
      !(observation.measure === 'achievementRate' && row.actuals.at(-1)?.kind !== 'quantity') &&
      !usual.has(observation.measure) &&
      !usual.has(yearSlot(observation)) &&
      (observation.timePeriod?.end ?? '') <= last,
  );
  const spoken = row.observations.filter(speaks);
  if (blanks.length === 0 || spoken.length < LEAST_CELLS - 1) return [];
  const cells = blanks.map((cell) => cellName(cell, 0)).join('、');
  const cellsEn = blanks.map((cell) => cellName(cell, 1)).join(', ');
  return [
    missingFound(row, blanks, spoken.slice(0, LEAST_CELLS), 0.6, {
      ja: `ほかの欄に値があるのに空欄です: ${cells}`,
      en: `Blank where the other cells of the row speak: ${cellsEn}.`,
    }),
  ];
}

const FUSED = /基準値?[^/]*目標/u;
const MOST_ROWS_WITH = 0.8;

const fusedTarget = ({ targets }: Row): Observation | undefined =>
  targets.find(({ provenance }) => provenance.headers.some((header) => FUSED.test(header)));

/** Whether nearly all cells of baseline and target in one do have both. */
function areBaselinesUsual(rows: readonly Row[]): boolean {
  const fused = rows.filter((row) => fusedTarget(row) !== undefined);
  return fused.filter(({ baseline }) => baseline !== null).length >= fused.length * MOST_ROWS_WITH;
}

/** 80.00% alone under 基準値⇒R1目標値, where the other rows have 75.4% ▼ 80%. */
function lostBaseline(row: Row): Found[] {
  const fused = fusedTarget(row);
  if (fused === undefined || row.baseline !== null) return [];
  return [
    missingFound(row, [fused], [], 0.7, {
      ja: `基準値と目標値の欄に ${fused.raw} だけがあり、基準値がありません`,
      en: `Only ${fused.raw} stands where baseline and target should: the baseline is missing.`,
    }),
  ];
}
