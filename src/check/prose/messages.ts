import type { Observation } from '../../model/index.ts';
import words from '../measure-words.json' with { type: 'json' };
import type { ReportView } from '../report-view.ts';
import type { Found } from '../rule.ts';
import type { DirectionClaim } from './directions.ts';
import type { NumberClaim } from './numbers.ts';
import type { Contradiction } from './steps.ts';
import type { Outcome, TargetClaim } from './targets.ts';
import type { Passage, Told, ToldSeries } from './told-series.ts';

/** Where a statement stands and what it was compared with. */
export interface Against {
  readonly passage: Passage;
  readonly view: ReportView;
  readonly series: ToldSeries;
}

const rawOf = ({ observation }: Told): string => observation.raw.trim();
const periodOf = ({ observation: { timePeriod, measure } }: Told, language: 0 | 1): string =>
  timePeriod?.label ?? (measure === 'baseline' ? `${words.baseline[language]}` : '');
const withPeriod = (told: Told, language: 0 | 1): string =>
  `${periodOf(told, language)} ${rawOf(told)}`.trim();
const SIX_DECIMALS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });
const difference = (from: Told, to: Told): string => {
  const value = Number((to.value - from.value).toPrecision(6));
  return `${value > 0 ? '+' : ''}${SIX_DECIMALS.format(value)}${to.observation.unit ?? ''}`;
};

function found(
  { passage, view, series }: Against,
  said: string,
  observations: readonly Observation[],
  rest: Pick<Found, 'severity' | 'confidence' | 'message'>,
  evidence: Found['evidence'],
): Found {
  const place = placeOf(passage, said, view);
  return {
    ...rest,
    observations,
    recordIds: [...new Set([passage.record.id, ...observations.map(({ recordId }) => recordId)])],
    place,
    restsOn: 'sense',
    evidence: { text: said, indicator: series.indicator, ...evidence },
    compared: [said, series.key, evidence],
  };
}

/** A sentence is looked for this far behind the beginning of its record. */
const WINDOW_CHARACTERS = 50_000;

/** The line a sentence stands on, where the text is found as it was printed; else the line of its record. */
function placeOf(
  { record }: Passage,
  said: string,
  { text }: ReportView,
): { page: number; line: number | null } {
  const { page, line, start } = record.provenance;
  if (line === null) return { page, line };
  let offset = start;
  if (/[\ud800-\udbff]/.test(text))
    for (let at = 0, points = 0; points < start; points += 1, offset = at)
      at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  const window = text.slice(offset, offset + WINDOW_CHARACTERS);
  const at = window.indexOf(said);
  return { page, line: at < 0 ? line : line + window.slice(0, at).split('\n').length - 1 };
}

const SAID = {
  rise: '増えた',
  fall: '減った',
  flat: '横ばい',
  noRise: '増えていない',
  noFall: '減っていない',
  top: '過去最高',
  bottom: '過去最低',
} as const;
const CHANGED = { rise: '増えています', fall: '減っています', same: '変わっていません' } as const;
const CHANGED_EN = { rise: 'rose', fall: 'fell', same: 'stayed' } as const;

/** 「問合せが増加した」 while 57件 fell to 49件. */
export function againstDirection(
  against: Against,
  claim: DirectionClaim,
  { step, severity, confidence }: Contradiction,
): Found {
  const { from, to, change } = step;
  const { indicator } = against.series;
  return found(
    against,
    claim.said,
    [to.observation, from.observation],
    {
      severity,
      confidence,
      message: {
        ja: `「${claim.said}」とありますが（${SAID[claim.direction]}）、${indicator}は${withPeriod(from, 0)}から${withPeriod(to, 0)}へ${CHANGED[change]}（${difference(from, to)}）。`,
        en: `The text says “${claim.said}”, but ${indicator} ${CHANGED_EN[change]} from ${withPeriod(from, 1)} to ${withPeriod(to, 1)} (${difference(from, to)}).`,
      },
    },
    { from: rawOf(from), to: rawOf(to) },
  );
}

/** 「目標を達成した」 while 243社 < 300社. */
export function againstTarget(
  against: Against,
  claim: TargetClaim,
  { target, actual, isMet }: Outcome,
  isOfAll: boolean,
): Found {
  const { indicator } = against.series;
  const [year, yearEn] = [periodOf(actual, 0), periodOf(actual, 1)];
  const percent = Math.round(claim.share * 100);
  const part = claim.share === 1 ? { ja: '', en: '' } : { ja: ` の${percent}%`, en: `${percent}% of ` };
  return found(
    against,
    claim.said,
    [actual.observation, target.observation],
    {
      severity: 'warning',
      confidence: isOfAll ? 0.6 : 0.7,
      message: {
        ja: `「${claim.said}」とありますが、${indicator}の実績 ${year} ${rawOf(actual)} は目標 ${rawOf(target)}${part.ja} に${isMet ? '達しています' : '届いていません'}。`,
        en: `The text says “${claim.said}”, but ${indicator} ${isMet ? 'reached' : 'did not reach'} ${part.en}its target: ${yearEn} ${rawOf(actual)} against ${rawOf(target)}.`,
      },
    },
    { actual: rawOf(actual), target: rawOf(target) },
  );
}

/** 「14.3%に上昇した」 beside 14.0%. A number that may be some of all is worth knowing, no more. */
export function againstNumber(against: Against, claim: NumberClaim, isPart: boolean): Found {
  const { series } = against;
  const { actuals } = series;
  const nearest =
    actuals.find(({ observation }) => observation.timePeriod?.end === claim.year()?.end) ??
    actuals.at(-1) ??
    series.targets.at(-1);
  const isLevelAsChange =
    claim.role === 'change' && series.numbers.some(({ value }) => value === claim.value);
  const [cells, cellsEn] =
    nearest === undefined ? ['', ''] : [withPeriod(nearest, 0), withPeriod(nearest, 1)];
  return found(
    against,
    claim.said,
    nearest === undefined ? [] : [nearest.observation],
    {
      severity: isPart ? 'info' : 'warning',
      confidence: isPart ? 0.3 : isLevelAsChange ? 0.75 : 0.65,
      message: isLevelAsChange
        ? {
            ja: `「${claim.said}」の ${claim.raw} は増減ではなく${series.indicator}の値そのものです（表は${cells}）。`,
            en: `“${claim.said}”: ${claim.raw} is the level of ${series.indicator}, not its change (the table says ${cellsEn}).`,
          }
        : {
            ja: `「${claim.said}」の ${claim.raw} は、${series.indicator}の${cells}とも、ほかの値・差・合計とも合いません。`,
            en: `“${claim.said}”: ${claim.raw} agrees neither with ${cellsEn} of ${series.indicator} nor with any other value, difference or sum of it.`,
          },
    },
    { said: claim.raw, cell: nearest === undefined ? null : rawOf(nearest) },
  );
}
