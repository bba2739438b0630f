import { CIRCLED, DIGIT, KANJI, ROMAN } from '../normalize/index.ts';
import { headerKey, type Vocabulary } from '../vocabulary/index.ts';

/** How a heading is written, and its usual place in the order of headings (small is outer). */
export interface HeadingStyle {
  readonly signature: string;
  readonly rank: number;
  /** numbered or marked by the source: ends a sheet that stands above it */
  readonly isStructural: boolean;
}

const DIGITS = `[${DIGIT}${KANJI}]+`;

/** Ways of numbering, outermost first; ranks leave room for headings the source marks itself (1–6). */
const STYLES: readonly { signature: string; rank: number; pattern: RegExp }[] = [
  { signature: '第編', rank: 10, pattern: new RegExp(`^第\\s*${DIGITS}\\s*[編部]`, 'u') },
  { signature: '第章', rank: 12, pattern: new RegExp(`^第\\s*${DIGITS}\\s*章`, 'u') },
  { signature: '第節', rank: 14, pattern: new RegExp(`^第\\s*${DIGITS}\\s*節`, 'u') },
  { signature: '第', rank: 16, pattern: new RegExp(`^第\\s*${DIGITS}[\\s\\u3000]`, 'u') },
  { signature: 'I', rank: 40, pattern: new RegExp(`^(?:[${ROMAN}]|[IVX]{1,4}[.\uFF0E])\\s*\\S`, 'u') },
  {
    signature: '1-1',
    rank: 55,
    pattern:
      /^[0-9\uFF10-\uFF19]+\s*[-－‐.．]\s*[0-9\uFF10-\uFF19]+(?![0-9\uFF10-\uFF19%\uFF05年])\s*[^\s0-9,.、。]/u,
  },
  {
    signature: '1',
    rank: 50,
    pattern:
      /^[0-9\uFF10-\uFF19]{1,2}(?:\s*[.\uFF0E、)\uFF09]\s*(?![0-9\uFF10-\uFF19])|\s+|(?=[^\s0-9\uFF10-\uFF19,\uFF0C.\uFF0E%\uFF05年月日人件回円社校名戸歳か~〜～-]))\S/u,
  },
  { signature: '(1)', rank: 60, pattern: new RegExp(`^[(\uFF08][${DIGIT}]{1,2}[)\uFF09]`, 'u') },
  { signature: '①', rank: 70, pattern: new RegExp(`^[${CIRCLED}]`, 'u') },
  { signature: 'ア', rank: 75, pattern: /^[(\uFF08]?[ア-コ][)\uFF09.\uFF0E、]\s*\S/u },
  { signature: '【】', rank: 65, pattern: /^【[^】]+】/u },
  { signature: '<>', rank: 78, pattern: /^[<〈《<][^>〉》>]+[>〉》>]$/u },
  { signature: '■', rank: 62, pattern: /^[■□◆◇▼▽●◎○◯★☆]\s*\S/u },
];

const GOAL_RANK = 20;
const RANK_OF_LEVEL = { goal: GOAL_RANK, measure: 30, project: 45 } as const;
const VOCABULARY_NUMBER = new RegExp(
  `^(\\D+?)\\s*[${DIGIT}${CIRCLED}${ROMAN}${KANJI}]+(?:[-－‐][${DIGIT}]+)?(?:[\\s.．、:：)）]|$|[^\\s0-9%％年件人回円])`,
  'u',
);
export const PLAIN: HeadingStyle = { signature: 'plain', rank: 90, isStructural: false };

/**
 * The style of a line that opens like a heading, or null.
 *
 *     基本目標1 稼ぐ地域をつくる     施策① …     第2章 …     (3) …     【施策の総括】
 *     ^^^^^^^^^ goal                 ^^^^^ measure ^^^^^ 第章   ^^^ (1)   ^^ 【】
 */
export function headingStyle(
  text: string,
  marked: number | null,
  vocabulary: Vocabulary,
): HeadingStyle | null {
  if (marked !== null) return { signature: `#${marked}`, rank: marked, isStructural: true };
  const trimmed = text.trim();
  const worded = VOCABULARY_NUMBER.exec(trimmed);
  if (worded !== null) {
    const level = vocabulary.headings.get(headerKey(worded[1] ?? ''));
    if (level !== undefined) return { signature: level, rank: RANK_OF_LEVEL[level], isStructural: true };
  }
  for (const { signature, rank, pattern } of STYLES) {
    if (pattern.test(trimmed)) return { signature, rank, isStructural: rank < 60 };
  }
  return null;
}
