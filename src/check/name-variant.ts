import { agreementsOf, conflictsOf } from './conflicts.ts';
import data from './label-words.json' with { type: 'json' };
import { type Difference, differenceOf, lettersShared } from './likeness.ts';
import type { Name } from './names.ts';
import type { ReportView, Row } from './report-view.ts';
import { claimsOf } from './same-things.ts';

/** Rows by the key of the indicator they tell of. */
export type Rows = ReadonlyMap<string, readonly Row[]>;

/** Why two names are taken for one: a slip of kana, one number before both, or the same figures under both. */
export type Variant = 'kana' | 'sameNumber' | 'sameFigures';

const MOST_KANA = 3;
const MOST_LISTED_KANA = 6;
/** Shared characters of a name whose number or figures say that it is the same one. */
const LEAST_LIKENESS = 0.7;
/** Figures two rows must share before a name that differs in a word is taken for one renamed. */
const LEAST_FIGURES = 3;
const MOST_ROWS = 4;
/** A name less than this share of another's length is not a spelling of it. */
const LEAST_LENGTH = 0.5;
const KANA = /^[ぁ-ゖー、。・]*$/u;
const NEGATION = new RegExp(`[${data.negations.join('')}]`, 'u');
const DIGIT = /\d/u;

/** Whether two names are one in two spellings; null where they are two things. */
export function variantOf(a: Name, b: Name, rows: Rows, view: ReportView): Variant | null {
  const [short, long] = [a.key.length, b.key.length].toSorted((x, y) => x - y);
  if (a.key === b.key || short! < long! * LEAST_LENGTH) return null;
  const length = a.key.length + b.key.length;
  if (2 * lettersShared(a.letters, b.letters) < length * LEAST_LIKENESS) return null;
  const difference = differenceOf(a.key, b.key);
  const changed = difference.onlyInFirst + difference.onlyInSecond;
  const likeness = (2 * difference.shared) / length;
  if (likeness < LEAST_LIKENESS || DIGIT.test(changed) || isOpposite(difference)) return null;
  if (a.role === 'listed' || b.role === 'listed')
    return isListedSlip(changed, likeness, a, b) ? 'kana' : null;
  if (isKanaSlip(changed, a, b)) return 'kana';
  if (a.role === 'heading') {
    // a heading broken over two lines is read up to the break
    const isBroken = a.key.startsWith(b.key) || b.key.startsWith(a.key);
    const isOne = a.number !== '' && a.number === b.number && !isBroken;
    return isOne && likeness >= LEAST_LIKENESS ? 'sameNumber' : null;
  }
  return likeness >= LEAST_LIKENESS && haveSameFigures(a, b, rows, view) ? 'sameFigures' : null;
}

function isKanaSlip(changed: string, a: Name, b: Name): boolean {
  const isShort = changed.length <= MOST_KANA && changed.length * 4 <= Math.min(a.key.length, b.key.length);
  const isNumbered = a.number === b.number || a.number === '' || b.number === '';
  return KANA.test(changed) && isShort && isNumbered && !NEGATION.test(changed);
}

/** An item of a list beside the heading it names: kana may have gone wrong further than in a heading. */
function isListedSlip(changed: string, likeness: number, a: Name, b: Name): boolean {
  return (
    a.role !== b.role &&
    KANA.test(changed) &&
    changed.length <= MOST_LISTED_KANA &&
    likeness >= LEAST_LIKENESS
  );
}

/** 転入 / 転出: a pair of characters that makes two things of two names. */
function isOpposite({ onlyInFirst, onlyInSecond }: Difference): boolean {
  return data.opposites.some(
    ([x, y]) =>
      (onlyInFirst.includes(x!) && onlyInSecond.includes(y!)) ||
      (onlyInFirst.includes(y!) && onlyInSecond.includes(x!)),
  );
}

function haveSameFigures(a: Name, b: Name, rows: Rows, view: ReportView): boolean {
  const [first, second] = [a, b].map(({ key }) => (rows.get(key) ?? []).slice(0, MOST_ROWS));
  return first!.some((x) =>
    second!.some((y) => {
      const claims = [x, y]
        .flatMap((row) => claimsOf(row, view))
        .filter(({ measure }) => measure !== 'rating');
      return agreementsOf(claims) >= LEAST_FIGURES && conflictsOf(claims).length === 0;
    }),
  );
}
