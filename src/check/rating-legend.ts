import { foldText } from '../normalize/index.ts';
import data from './rating-marks.json' with { type: 'json' };

/** Marks from best to worst, and the progress in percent that parts each from the next. */
export interface Thresholds {
  readonly marks: readonly string[];
  readonly cuts: readonly number[];
}

/** A legend as the report prints it. */
export interface Legend extends Thresholds {
  /** as printed, folded: ○:達成できた(100%以上) △:… */
  readonly text: string;
}

const SAME: Readonly<Record<string, string>> = data.same;
const MARKS = [...new Set([...data.scales.flat(), ...data.arrows, ...Object.keys(SAME)])].toSorted(
  (a, b) => b.length - a.length,
);
const ESCAPED = MARKS.map((mark) => mark.replace(/[+*.]/gu, '\\$&')).join('|');
/** ○:達成できた(100%以上)   A…80～100%   △=概ね達成(70-100%未満)   順調(100%以上) */
const ENTRY = new RegExp(
  `(?<=^|[\\s、,;/(「:])(${ESCAPED})\\s?(?:[:=(]|…+|・{2,}|\\.{2,}|—|-)\\s?((?:(?!\\s?(?:${ESCAPED})\\s?(?:[:=(]|…))[^\\n\\t|]){1,60})`,
  'gu',
);
/** △ 横ばい   ×:後退   | D | 悪化した | */
const TREND = new RegExp(
  `(?<=^|[\\s、,;/|(「:])(${ESCAPED})(?:\\s?(?:[:=|(]|…+)|\\s)\\s?[^\\n\\t|]{0,12}(?:${data.trend.join('|')})`,
  'gu',
);
const NUMBER = '(\\d{1,3}(?:\\.\\d)?)\\s?%?';
/** 70-100%未満   80～100%   70%以上100%未満 */
const BETWEEN = new RegExp(
  `${NUMBER}\\s?(?:(?:以上|超)(?:から|[-~〜、,\\s])?|から|[-~〜])\\s?${NUMBER}\\s?(?:未満|以下)?`,
  'u',
);
const AT_LEAST = new RegExp(`${NUMBER}\\s?%?\\s?(?:以上|超)`, 'u');
const BELOW = new RegExp(`${NUMBER}\\s?%?\\s?(?:未満|以下)`, 'u');
const LONGEST_LINE = 400;
const ALONE = /\((\d{1,3})%\)/u;

/** One character for a mark, whatever the report writes it with. */
export const plainMark = (mark: string): string => {
  const folded = foldText(mark).trim();
  return SAME[folded] ?? folded;
};

/** The place of marks on the scale that holds them all, best 0; null where no scale does. */
export function rankMarks(marks: Iterable<string>): ReadonlyMap<string, number> | null {
  const all = [...new Set(marks)];
  const scale = data.scales.find((each) => all.every((mark) => each.includes(mark)));
  return scale === undefined ? null : new Map(all.map((mark) => [mark, scale.indexOf(mark)]));
}

/**
 * The report's own legend, from its text: the marks it gives a range of progress. Null where it prints none.
 *
 *     ○:達成できた(100%以上) △:概ね達成できた(70-100%未満) ×:達成できなかった(70%未満) -:集計中
 *     →  ○ △ ×, parted at 100 and 70
 */
export function readLegend(text: string): Legend | null {
  const entries = new Map<string, { low: number; text: string }>();
  for (const line of text.split('\n')) {
    if (line.length > LONGEST_LINE || !/\d\s?[%％]/u.test(line)) continue;
    for (const found of foldText(line).matchAll(ENTRY)) {
      const low = lowOf(found[2] ?? '');
      const mark = plainMark(found[1] ?? '');
      if (low !== null && !entries.has(mark)) entries.set(mark, { low, text: found[0].trim() });
    }
  }
  if (entries.size < 2) return null;
  const sorted = [...entries].toSorted(([, a], [, b]) => b.low - a.low);
  return {
    marks: sorted.map(([mark]) => mark),
    cuts: sorted.slice(0, -1).map(([, { low }]) => low),
    text: sorted.map(([, entry]) => entry.text).join(' '),
  };
}

/** Whether the legend says in words that a mark is about the way things go: marks of a trend follow no thresholds. */
export function tellsOfTrend(text: string, marked: readonly { readonly mark: string }[]): boolean {
  const used = new Set(marked.map(({ mark }) => mark));
  return text
    .split('\n')
    .filter((line) => line.length <= LONGEST_LINE && TREND_WORD.test(line))
    .some((line) => [...foldText(line).matchAll(TREND)].some(([, mark]) => used.has(plainMark(mark ?? ''))));
}
const TREND_WORD = new RegExp(data.trend.join('|'), 'u');

/** Where a mark's range begins: 70-100%未満 → 70; 70%未満 → below all. */
function lowOf(words: string): number | null {
  if (!words.includes('%')) return null;
  const between = BETWEEN.exec(words);
  if (between !== null) return Math.min(Number(between[1]), Number(between[2]));
  const least = AT_LEAST.exec(words) ?? ALONE.exec(words);
  if (least !== null) return Number(least[1]);
  return BELOW.test(words) ? Number.NEGATIVE_INFINITY : null;
}
