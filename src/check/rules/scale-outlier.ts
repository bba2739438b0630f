import type { Observation } from '../../model/index.ts';
import { type Confirmation, confirmationOf } from '../confirmed.ts';
import { farApart } from '../far-apart.ts';
import { inBoth } from '../in-both.ts';
import { isNatural } from '../natural-swings.ts';
import type { ReportView, Row } from '../report-view.ts';
import type { Bilingual, Found, Rule } from '../rule.ts';
import { type ScaleSlip, slipIn } from '../scale-slip.ts';
import { type Point, type Series, seriesOf } from '../series.ts';
import { separatorSlips } from './decimal-separator.ts';

/**
 * A number lies a power of ten, a unit or a digit away from its series.
 *
 * A person should look because a slip of scale outweighs all other numbers of a total. The neighbours testify, with the
 * steps they take by themselves; no three-sigma rule can fire on four to six points. What another place of the report
 * confirms, and jumps no slip explains, are worth knowing, no more.
 *
 *     助成件数 | 2,062件 | 1,974件 | 19,840件 | 1,912件
 *                                   ^ ten times its neighbours: 1,984件?
 */
export const scaleOutlier: Rule = {
  slug: 'scale-outlier',
  title: { ja: '桁の外れた値', en: 'A value off by a power of ten' },
  subject: 'figures',
  needs: { ja: '二つ以上の値の並び', en: 'a row of two values or more' },
  severity: 'warning',
  check: (view) => {
    const series = [...seriesOf(view), ...shareSeries(view)].filter(({ points }) => points.length > 2);
    return { checked: series.length, found: outliers(view, series) };
  },
};

function outliers(view: ReportView, series: readonly Series[]): Found[] {
  const confirmed = (observation: Observation, row: Row | null): Confirmation | null =>
    confirmationOf(observation, row, view);
  const told = new Set(separatorSlips(view).map(({ observations }) => observations[0]?.id));
  const slips = series.flatMap((each) => {
    const slip = slipIn(each.points);
    return slip === null || isNatural(each, slip) ? [] : [{ each, slip }];
  });
  // what is a jump among the results may be a slip among the targets
  const surest = slips.toSorted((a, b) => Number(a.slip.cause === 'jump') - Number(b.slip.cause === 'jump'));
  const inSeries = surest.flatMap(({ each, slip }) => {
    const { observation } = slip.point;
    if (told.has(observation.id) || (slip.cause === 'jump' && slip.heard.distance < 0)) return [];
    told.add(observation.id);
    const confirmation = confirmed(observation, each.row);
    return [foundOf(each, slip, confirmation === null ? null : CONFIRMED[confirmation])];
  });
  const alone = farApart(view).filter(({ observations }) => observations.every(({ id }) => !told.has(id)));
  return [...inSeries, ...alone.filter(({ observations: [suspect] }) => confirmed(suspect!, null) === null)];
}

/** Results as shares of the same year's target: where plans rise, these stay level. */
function shareSeries(view: ReportView): Series[] {
  return view.rows.flatMap((row) => {
    const targets = new Map(row.targets.map((target) => [target.timePeriod?.end, target]));
    const points = row.actuals.flatMap((actual): Point[] => {
      const target = targets.get(actual.timePeriod?.end);
      if (target === undefined || target.value === null || target.value <= 0 || target.unit !== actual.unit)
        return [];
      if (actual.value === null || actual.kind !== 'quantity') return [];
      const precision = (actual.precision ?? 1) / target.value;
      const value = actual.value / target.value;
      return [{ observation: actual, value, raw: actual.raw.trim(), precision, role: 'actual' }];
    });
    const name = `${row.indicator}（目標比）`;
    return points.length > 2 ? [{ name, kind: 'results' as const, row, points }] : [];
  });
}

const CONFIRMED: { readonly [why in Confirmation]: Bilingual } = {
  elsewhere: { ja: '別の箇所にも同じ値があります。', en: 'The same value stands elsewhere too.' },
  rate: { ja: '達成率とは合っています。', en: 'The printed rate agrees with it.' },
  words: { ja: '行の文章にも同じ値があります。', en: 'The words of the row name it too.' },
};

const CONFIDENCE = { power: 0.85, digit: 0.75, break: 0.7, jump: 0.4 } as const;
const CAUSES: { readonly [cause in ScaleSlip['cause']]: Bilingual } = {
  power: { ja: '桁または単位の誤りの疑いがあります。', en: 'a power of ten or a unit may have slipped.' },
  digit: { ja: '数字の重なりまたは脱落の疑いがあります。', en: 'a digit may be doubled or lost.' },
  break: {
    ja: '前後の値がほぼ一定の中で、この値だけが離れています。',
    en: 'its neighbours hardly move, only this value does.',
  },
  jump: { ja: '大きな変化です。', en: 'a large change.' },
};

function foundOf({ name, points }: Series, slip: ScaleSlip, confirmed: Bilingual | null): Found {
  const { point, heard, cause, meant } = slip;
  const list = points.map(({ raw }) => raw).join('、');
  const ratio = 10 ** heard.distance;
  const isReal = cause === 'jump' || confirmed !== null;
  const meantText = meant === null ? '' : String(meant);
  const isScaled = point.observation.value !== point.value;
  return {
    severity: isReal ? 'info' : 'warning',
    confidence: isReal ? CONFIDENCE.jump : CONFIDENCE[cause],
    message: {
      ja: `${name}の ${point.raw} は前後の値の約${factor(ratio, 'ja')}です（${list}）。${CAUSES[cause].ja}${confirmed?.ja ?? ''}`,
      en: `${point.raw} of ${name} is about ${factor(ratio, 'en')} its neighbours (${list}): ${CAUSES[cause].en}${confirmed === null ? '' : ` ${confirmed.en}`}`,
    },
    observations: [point.observation, ...heard.others.map(({ observation }) => observation)],
    evidence: { printed: point.raw, series: list, ratio: Number(ratio.toPrecision(3)) },
    suggestion:
      isReal || meant === null || isScaled
        ? null
        : {
            observationId: point.observation.id,
            field: 'value',
            from: point.observation.value,
            to: meant,
            explains: inBoth({
              ja: `${meantText} は ${list} と並びます`,
              en: `${meantText} lies among ${list}`,
            }),
          },
    compared: [name, point.raw, list],
  };
}

function factor(ratio: number, language: 'ja' | 'en'): string {
  const isLarge = ratio >= 1;
  const size = Number((isLarge ? ratio : 1 / ratio).toPrecision(2)).toLocaleString('en');
  if (language === 'ja') return isLarge ? `${size}倍` : `${size}分の1`;
  return isLarge ? `${size} times` : `1/${size} of`;
}
