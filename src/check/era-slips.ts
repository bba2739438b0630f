import type { Observation } from '../model/index.ts';
import { inOtherEra } from './other-era.ts';
import type { ReportView } from './report-view.ts';
import type { Found } from './rule.ts';
import { yearOf } from './year-of.ts';

/** A year this far from all others of its row stands alone. */
const YEARS_ALONE = 15;
/** The year meant lies this near the others. */
const YEARS_NEAR = 10;
/**
 * Years of one row that stand a generation apart, until one of them is read in the other era.
 *
 *     実績値（平成5年度） | 目標値（令和9年度）      1993 and 2027; 令和5年度 was meant
 *     H24 | H25 | R26                            2012, 2013, 2044; H26 was meant
 *
 * Baselines and far targets are left alone: emissions are measured against 1990 and planned for 2050.
 */
export function eraSlips({ observations, document }: ReportView): Found[] {
  const dated = observations.filter(
    (cell) => cell.measure !== 'baseline' && cell.timePeriod !== null && yearOf(cell) !== null,
  );
  const reportYear = Number((document.reportPeriod?.start ?? '').slice(0, 4)) || null;
  return [...Map.groupBy(dated, ({ recordId }) => recordId).values()].flatMap((row) =>
    slipOf(row, reportYear),
  );
}

function slipOf(row: readonly Observation[], reportYear: number | null): Found[] {
  const byYear = Map.groupBy(row, (cell) => yearOf(cell)!);
  const years = [...byYear.keys()];
  if (years.length < 2) return [];
  const alone = years.filter((year) => isAlone(year, years));
  const suspect =
    years.length > 2
      ? alone[0]
      : alone.toSorted((a, b) => distance(b, reportYear) - distance(a, reportYear))[0];
  if (suspect === undefined || (years.length > 2 && alone.length > 1)) return [];
  const cells = byYear.get(suspect)!;
  const isFarTarget = suspect === Math.max(...years) && cells.every(({ measure }) => measure === 'target');
  if (isFarTarget) return [];
  const { label } = cells[0]!.timePeriod!;
  const others = years.filter((year) => year !== suspect);
  const meant = ([1, -1] as const)
    .flatMap((by) => inOtherEra(label, by) ?? [])
    .find((each) => others.some((year) => Math.abs(suspect + each.years - year) <= YEARS_NEAR));
  if (meant === undefined) return [];
  const around = row.filter((cell) => !cells.includes(cell));
  const labels = [...new Set(around.map(({ timePeriod }) => timePeriod!.label))].join('・');
  return [
    {
      severity: 'warning',
      confidence: 0.8,
      message: {
        ja: `見出しの年度 ${label}（${suspect}年）は、同じ行の ${labels} からかけ離れています。${meant.text} ではありませんか。`,
        en: `The year ${label} (${suspect}) in the headers is a generation away from ${labels} of the same row; ${meant.text} was probably meant.`,
      },
      observations: [...cells, ...around],
      evidence: { printed: label, meant: meant.text, others: labels },
      compared: [row[0]!.indicator, label, labels],
    },
  ];
}

const isAlone = (year: number, years: readonly number[]): boolean =>
  years.every((other) => other === year || Math.abs(other - year) >= YEARS_ALONE);

/** Without a year of the report nothing tells which of two is wrong: the order they are printed in stays. */
const distance = (year: number, reportYear: number | null): number =>
  reportYear === null ? 0 : Math.abs(year - reportYear);
