import { foldText } from '../../normalize/index.ts';
import { dividedBy, type Interval, intervalOf, minus, overlaps, scaled } from '../interval.ts';
import type { ReportView } from '../report-view.ts';
import type { Found, RuleResult } from '../rule.ts';

const NUMBER = '(\\d[\\d,]*(?:\\.\\d+)?)\\s?';
const UNIT = '([件人名社回戸台校冊団体箇所カヶか区画世帯店頭%円万億千]{1,4})';
/** 891人→1,202人、311人増(約1.3倍): where it began, where it ended, the change, how many times. */
const CHANGE = new RegExp(
  `${NUMBER}${UNIT}\\s?(?:→|⇒|から)\\s?${NUMBER}\\2[、,(]?\\s?(?:${NUMBER}\\2の?(増|減)(?:加|少)?)?[、,(]{0,2}(?:約?${NUMBER}倍\\)?)?`,
  'gu',
);
/** Most lines have none of these and need no folding. */
const MAY_TELL = /[→⇒]|から\s?[\d０-９]/u;
const LEAST_ROUNDED = 0.6;
const ROUGH = /[万億千%]/u;

/**
 * A change told in one breath whose own numbers do not agree: the difference, or how many times.
 *
 *     訪日客（891人→1,202人、311人増（約1.5倍））      1,202 ÷ 891 = 1.35
 *                                   ^^^^^^
 * Linear in the text.
 */
export function changesTold(view: ReportView): RuleResult {
  const hasLines = view.records.some(({ provenance }) => provenance.line !== null);
  let checked = 0;
  const found = view.text.split('\n').flatMap((line, at) =>
    (MAY_TELL.test(line) ? [...foldText(line).matchAll(CHANGE)] : []).flatMap((match): Found[] => {
      const told = changeOf(match);
      if (told === null) return [];
      checked += 1;
      return told.wrong.map((wrong) => foundOf(match[0], wrong, hasLines ? at + 1 : null));
    }),
  );
  return { checked, found };
}

interface Wrong {
  readonly told: string;
  readonly computed: string;
}

function changeOf(match: RegExpExecArray): { readonly wrong: readonly Wrong[] } | null {
  const [, from, unit, to, by, way, times] = match;
  if ((by ?? times) === undefined || from === undefined || to === undefined) return null;
  const [before, after] = [amountOf(from, unit!), amountOf(to, unit!)];
  const wrong: Wrong[] = [];
  const step = minus(after, before);
  if (by !== undefined && !overlaps(scaled(step, way === '減' ? -1 : 1), amountOf(by, unit!)))
    wrong.push({ told: `${by}${unit}${way}`, computed: `${to}${unit} − ${from}${unit} = ${middleOf(step)}` });
  const ratio = dividedBy(after, before);
  if (times !== undefined && ratio !== null && !overlaps(ratio, timesOf(times)))
    wrong.push({ told: `${times}倍`, computed: `${to} ÷ ${from} = ${middleOf(ratio)}` });
  return { wrong };
}

const numberOf = (text: string): number => Number(text.replace(/,/gu, ''));
const lastDigitOf = (text: string): number => 10 ** -(/\.(\d+)$/u.exec(text)?.[1]?.length ?? 0);
const middleOf = ({ low, high }: Interval): string => String(Math.round((low + high) * 50) / 100);

/** A count is exact; 5.2万人 and 7.8% stand for what rounds to them. */
function amountOf(text: string, unit: string): Interval {
  const isRough = ROUGH.test(unit) || text.includes('.');
  return intervalOf(numberOf(text), isRough ? lastDigitOf(text) : 0);
}

/** 約1.4倍 for a little less than 1.35 to 1.5: cut off instead of rounded is no slip. */
function timesOf(text: string): Interval {
  const [value, digit] = [numberOf(text), lastDigitOf(text)];
  return { low: value - digit * LEAST_ROUNDED, high: value + digit };
}

function foundOf(said: string, { told, computed }: Wrong, line: number | null): Found {
  return {
    severity: 'warning',
    confidence: 0.8,
    message: {
      ja: `「${said}」の ${told} は、同じ文の ${computed} と合いません`,
      en: `“${said}”: ${told} does not agree with its own ${computed}.`,
    },
    observations: [],
    place: { page: 1, line },
    evidence: { said, told, computed },
    compared: ['change told', said, told],
  };
}
