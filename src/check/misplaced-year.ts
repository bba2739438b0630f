import type { Observation } from '../model/index.ts';
import type { ReportView, Row } from './report-view.ts';
import type { Found } from './rule.ts';

/**
 * Results for years after the report, baselines after it, and targets for a year before the baseline.
 *
 *     基準値(令和6年度) | 目標値(令和4年度)
 *                                ^^^^^ before the baseline
 */
export function misplacedYears(view: ReportView): Found[] {
  return [...afterReport(view), ...view.rows.flatMap(targetBeforeBaseline)];
}

/** Where more results lie after the report's year than this share (of a few: than half), the report's year was misread. */
const MISREAD_SHARE = 0.2;

function afterReport({ document, observations }: ReportView): Found[] {
  const period = document.reportPeriod;
  if (period === null) return [];
  const results = observations.filter(
    ({ measure, timePeriod, kind, obsStatus }) =>
      (measure === 'actual' || measure === 'settlement' || measure === 'baseline') &&
      timePeriod !== null &&
      kind === 'quantity' &&
      obsStatus !== 'E',
  );
  const late = results.filter(({ timePeriod }) => (timePeriod?.start ?? '') > period.end);
  if (late.length * 2 > results.length || late.length > Math.max(2, results.length * MISREAD_SHARE))
    return [];
  const columns = Map.groupBy(late, ({ measure, timePeriod }) => `${measure} ${timePeriod?.end}`);
  return [...columns.values()].map((column) => {
    const [first, ...others] = column as [Observation, ...Observation[]];
    const label = first.timePeriod?.label ?? '';
    const { indicator, raw, measure } = first;
    const what = measure === 'baseline' ? { ja: '基準値', en: 'baseline' } : { ja: '実績', en: 'result' };
    const more =
      others.length === 0
        ? { ja: '', en: '' }
        : { ja: `ほか${others.length}件`, en: ` and ${others.length} more` };
    return {
      severity: 'error' as const,
      confidence: 0.85,
      message: {
        ja: `${indicator}の${what.ja} ${raw}${more.ja} は ${label} のもので、報告の年度（${period.label}）より後です。`,
        en: `The ${what.en} ${raw} of ${indicator}${more.en} is for ${label}, after the report's own year (${period.label}).`,
      },
      observations: column,
      evidence: { printed: raw, period: label, report: period.label },
      compared: [indicator, raw, label, period.label],
    };
  });
}

/** The earliest year a row's targets are for, against the year its baseline is of. */
function targetBeforeBaseline({ baseline, targets, indicator }: Row): Found[] {
  const base = baseline?.timePeriod ?? null;
  const headline = targets.findLast(({ timePeriod }) => timePeriod !== null);
  const aim = headline?.timePeriod ?? null;
  if (baseline === null || headline === undefined || base === null || aim === null) return [];
  if (aim.end >= base.start) return [];
  const observations: readonly Observation[] = [headline, baseline];
  return [
    {
      severity: 'error',
      confidence: 0.9,
      message: {
        ja: `${indicator}の目標の年度（${aim.label}）が基準値の年度（${base.label}）より前です。`,
        en: `The target of ${indicator} is for ${aim.label}, before the year of its baseline (${base.label}).`,
      },
      observations,
      evidence: {
        target: headline.raw,
        targetYear: aim.label,
        baseline: baseline.raw,
        baselineYear: base.label,
      },
      compared: [indicator, aim.label, base.label],
    },
  ];
}
