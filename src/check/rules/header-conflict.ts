import type { Observation } from '../../model/index.ts';
import { eraSlips } from '../era-slips.ts';
import { numberingConflicts } from '../numbering.ts';
import { planColumns, wordlessYears } from '../plan-columns.ts';
import type { Row } from '../report-view.ts';
import type { Found, Rule } from '../rule.ts';
import { yearOf } from '../year-of.ts';

/**
 * A header that disagrees with its cells: a year repeated or skipped, fewer money columns than plan years, a rate whose
 * cells are counts, a heading whose number goes back.
 *
 * A person should look because every cell under such a header is read as another year or another thing.
 *
 *     成果指標 | 令和7年度 目標値 | 令和8年度 目標値 | 令和9年度 目標値
 *     費目     | 予算額         | 予算額
 *                                               ^ no budget for the third year
 */
export const headerConflict: Rule = {
  slug: 'header-conflict',
  title: { ja: '見出しの食い違い', en: 'A header that disagrees' },
  subject: 'print',
  needs: { ja: '見出しのある表', en: 'tables with headers' },
  severity: 'warning',
  check: (view) => {
    const years = view.rows.flatMap(yearsOf);
    const rates = view.rows.flatMap(ratesOf);
    const numbering = numberingConflicts(view);
    const found = [
      ...onePerTable([...eraSlips(view), ...years]),
      ...rates,
      ...planColumns(view),
      ...wordlessYears(view),
      ...numbering.found,
    ];
    return { checked: view.rows.length + numbering.checked, found };
  },
};

const LEAST_YEARS = 3;

/** H27 H28 H28 H30: years that should go up by one step, in the order they are printed. */
function yearsOf(row: Row): Found[] {
  return (['actual', 'target'] as const).flatMap((measure) => {
    const cells = row.observations
      .filter((cell) => cell.measure === measure && yearOf(cell) !== null && !isFused(cell))
      .toSorted((a, b) => a.provenance.start - b.provenance.start);
    const steps = cells.slice(1).map((cell, i) => yearOf(cell)! - yearOf(cells[i]!)!);
    const usual = mostFrequent(steps);
    if (cells.length < LEAST_YEARS || usual === null || usual < 1) return [];
    // a last target is for the end of the plan
    const told = measure === 'target' && steps.at(-1)! > usual ? steps.slice(0, -1) : steps;
    const at = told.findIndex((step) => step !== usual);
    if (at < 0 || steps.filter((step) => step === usual).length * 2 < steps.length) return [];
    const [before, cell] = [cells[at]!, cells[at + 1]!];
    const years = cells.map(({ timePeriod }) => timePeriod!.label).join('・');
    const what =
      steps[at]! <= 0
        ? ['が繰り返されるか戻っています', 'is repeated or goes back']
        : ['がとんでいます', 'is skipped'];
    return [
      {
        severity: 'warning' as const,
        confidence: 0.7,
        message: {
          ja: `年度の見出し${what[0]}: ${years}（${before.timePeriod!.label} の次が ${cell.timePeriod!.label}）`,
          en: `A year in the headers ${what[1]}: ${years} (${cell.timePeriod!.label} after ${before.timePeriod!.label}).`,
        },
        observations: [cell, before],
        restsOn: 'words' as const,
        evidence: { years, before: before.timePeriod!.label, after: cell.timePeriod!.label },
        compared: [row.indicator, measure, years],
      },
    ];
  });
}

/** 基準値⇒R1目標値 stands beside the first year, but is for the last. */
const isFused = ({ provenance }: Observation): boolean =>
  provenance.headers.some((header) => /基準/u.test(header));

function mostFrequent(steps: readonly number[]): number | null {
  const counts = [...Map.groupBy(steps, (step) => step)].toSorted(([, a], [, b]) => b.length - a.length);
  return counts[0]?.[0] ?? null;
}

/** A header is printed once for all its rows: one finding a table and sequence of years. */
function onePerTable(found: readonly Found[]): Found[] {
  const groups = Map.groupBy(found, ({ observations, message }) =>
    JSON.stringify([observations[0]?.documentId, observations[0]?.provenance.table, message.ja]),
  );
  return [...groups.values()].map((group) => ({
    ...group[0]!,
    observations: group.flatMap(({ observations }) => observations),
  }));
}

const COUNTER = /^[件人社回箇団戸台名者校冊棟円]/u;

/** A rate whose cell is a count: the header belongs to another column. */
function ratesOf({ rates, indicator }: Row): Found[] {
  return rates.flatMap((cell): Found[] =>
    cell.kind === 'quantity' && cell.unit !== null && COUNTER.test(cell.unit)
      ? [
          {
            severity: 'warning',
            confidence: 0.75,
            message: {
              ja: `「${indicator}」の見出し「${cell.provenance.headers[0]}」の下に ${cell.raw} があります`,
              en: `Under the header "${cell.provenance.headers[0]}" of "${indicator}" stands ${cell.raw}.`,
            },
            observations: [cell],
            evidence: { header: cell.provenance.headers[0] ?? '', cell: cell.raw },
            compared: [indicator, cell.raw],
          },
        ]
      : [],
  );
}
