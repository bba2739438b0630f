import type { Observation } from '../model/index.ts';
import { cellWords, printedPercent } from './figure-words.ts';
import type { Legend } from './rating-legend.ts';
import { explains, type Marked, type MarkRule, markBy } from './rating-search.ts';
import type { Bilingual, Found } from './rule.ts';

/** Marks needed before thresholds can be guessed from the marks themselves. */
export const LEAST_MARKS = 8;
/** Powers of ten from the row's other results at which the result is the likelier suspect. */
const FAR_OFF = 0.6;

const NAMES: { readonly [definition in MarkRule['definition']]: Bilingual } = {
  ratio: { ja: '実績 ÷ 目標', en: 'result ÷ target' },
  fromBaseline: {
    ja: '(実績 − 基準) ÷ (目標 − 基準)、基準値がなければ実績 ÷ 目標',
    en: '(result − baseline) ÷ (target − baseline), result ÷ target where there is no baseline',
  },
  printed: { ja: '印刷された達成率', en: 'the printed rate' },
};

const inWords = ({ marks, cuts }: MarkRule): Bilingual => ({
  ja: marks
    .map((mark, i) => `${mark} ${i < cuts.length ? `${cuts[i]}%以上` : `${cuts.at(-1)}%未満`}`)
    .join('、'),
  en: marks
    .map((mark, i) => `${mark} ${i < cuts.length ? `from ${cuts[i]}%` : `below ${cuts.at(-1)}%`}`)
    .join(', '),
});

/** ◎ ≥ 100%, ○ ≥ 70%, △ < 70% */
const thresholdsOf = ({ marks, cuts }: MarkRule): string =>
  marks.map((mark, i) => `${mark} ${i < cuts.length ? `≥ ${cuts[i]}%` : `< ${cuts.at(-1)}%`}`).join(', ');

/** The rule of the report, told once. */
export function tellRule(rule: MarkRule, all: readonly Marked[], legend: Legend | null): Found[] {
  const [first] = all;
  if (first === undefined || all.length < LEAST_MARKS) return [];
  const [name, words] = [NAMES[rule.definition], inWords(rule)];
  const from =
    legend === null
      ? { ja: '凡例がなく、数値から求めた規則', en: 'No legend; from the figures' }
      : { ja: '凡例', en: 'The legend' };
  return [
    {
      severity: 'info',
      confidence: 0.8,
      message: {
        ja: `${from.ja}「${words.ja}」（${name.ja}）は、評価${all.length}件中${rule.explains}件を説明します。`,
        en: `${from.en}: ${words.en} of ${name.en} explains ${rule.explains} of ${all.length} marks.`,
      },
      observations: [],
      recordIds: [],
      place: first.rating.provenance,
      evidence: {
        marks: all.length,
        explained: rule.explains,
        definition: rule.definition,
        thresholds: thresholdsOf(rule),
      },
      compared: [rule.definition, rule.marks, rule.cuts, rule.explains, all.length],
    },
  ];
}

/** The marks that contradict the printed legend and follow another rule, told as one. */
export function tellContradiction(
  rule: MarkRule,
  plain: MarkRule,
  all: readonly Marked[],
  legend: Legend,
): Found[] {
  const contrary = all.filter((each) => explains(plain, each) === false && explains(rule, each) === true);
  const [first] = contrary;
  if (first === undefined) return [];
  const [name, words, own] = [NAMES[rule.definition], inWords(rule), percents(first)];
  return [
    {
      severity: 'warning',
      confidence: 0.9,
      message: {
        ja: `評価${all.length}件のうち${contrary.length}件は、凡例（${legend.text}）を${NAMES[plain.definition].ja}で読むと合わず、${name.ja}で「${words.ja}」なら合います（${rule.explains}件を説明、凡例どおりでは${plain.explains}件）。例: 「${first.row.indicator}」${cellWords(first.actual)} は実績 ÷ 目標で ${own.ratio}、基準値からは ${own.fromBaseline}、印は ${first.mark}。`,
        en: `${contrary.length} of ${all.length} marks contradict the printed legend (${legend.text}) read as ${NAMES[plain.definition].en}, but follow ${name.en}: ${words.en} (explains ${rule.explains}, the legend ${plain.explains}). E.g. "${first.row.indicator}" ${cellWords(first.actual)}: ${own.ratio} of the target, ${own.fromBaseline} of the way from the baseline, marked ${first.mark}.`,
      },
      observations: contrary.map(({ rating }) => rating),
      evidence: {
        marks: all.length,
        contrary: contrary.length,
        explained: rule.explains,
        explainedByLegend: plain.explains,
        definition: rule.definition,
        legend: legend.text,
      },
      compared: [legend.text, rule.definition, rule.cuts, contrary.map(figures)],
    },
  ];
}

const percents = ({ progress }: Marked): { readonly [definition in MarkRule['definition']]: string } => {
  const of = (definition: MarkRule['definition']): string => {
    const found = progress.get(definition);
    return found === undefined ? '—' : printedPercent(found);
  };
  return { ratio: of('ratio'), fromBaseline: of('fromBaseline'), printed: of('printed') };
};

const figures = ({ row, rating, actual, target }: Marked): unknown[] => [
  row.indicator,
  rating.raw,
  actual.raw,
  target.raw,
  row.baseline?.raw ?? null,
];

/** A mark that does not follow the rule of the others. */
export function tellDissent(marked: Marked, rule: MarkRule, plain: MarkRule | null): Found {
  const { row, rating, mark, actual, target } = marked;
  const fitsLegend = plain !== null && plain !== rule && explains(plain, marked) === true;
  const [expected, own] = [markBy(rule, marked), percents(marked)];
  const [at, name] = [own[rule.definition], NAMES[rule.definition]];
  const legend = fitsLegend
    ? {
        ja: `印刷された凡例（実績 ÷ 目標 ${own.ratio}）には合いますが、他の${rule.explains}件の付け方とは異なります。`,
        en: ` It follows the printed legend (${own.ratio} of the target), unlike ${rule.explains} others.`,
      }
    : {
        ja: `同じ規則で${rule.explains}件が説明できます。`,
        en: ` The rule explains ${rule.explains} others.`,
      };
  const base = row.baseline === null || rule.definition !== 'fromBaseline' ? [] : [row.baseline];
  const isComputed =
    rule.definition === 'printed'
      ? markBy({ ...rule, definition: 'ratio' }, marked) === expected
      : rule.definition === 'ratio' || row.baseline !== null;
  const isSure = !fitsLegend && isComputed && !isFarOff(actual, row.actuals);
  return {
    severity: 'warning',
    confidence: fitsLegend ? 0.55 : 0.8,
    message: {
      ja: `「${row.indicator}」の ${mark} は、${cellWords(actual)}（目標 ${cellWords(target)}）＝ ${at}（${name.ja}）なら ${expected} のはずです。${legend.ja}`,
      en: `"${row.indicator}" is marked ${mark}; ${cellWords(actual)} against ${cellWords(target)} is ${at} (${name.en}), which would be ${expected}.${legend.en}`,
    },
    observations: [rating, actual, target, ...base],
    evidence: {
      mark,
      expected,
      actual: actual.raw,
      target: target.raw,
      baseline: row.baseline?.raw ?? null,
      ratio: own.ratio,
      fromBaseline: own.fromBaseline,
    },
    suggestion: isSure
      ? {
          observationId: rating.id,
          field: 'raw',
          from: rating.raw,
          to: expected,
          explains: `${at} → ${expected}`,
        }
      : null,
    compared: figures(marked),
  };
}

/** Whether a result lies far from the row's others: then the mark may be right and the result wrong. */
function isFarOff(actual: Observation, actuals: readonly Observation[]): boolean {
  const others = actuals.flatMap((each) =>
    each !== actual && each.value !== null && each.value > 0 ? [each.value] : [],
  );
  const middle = others.toSorted((a, b) => a - b)[Math.floor(others.length / 2)];
  if (middle === undefined || actual.value === null || actual.value <= 0) return false;
  return Math.abs(Math.log10(actual.value / middle)) > FAR_OFF;
}
