import type { ReadLine } from './text-reader.ts';

/** What was read in a cell, taken together. */
export interface Reading {
  readonly lines: readonly ReadLine[];
  /** without spaces, circled digits and full-width forms as plain ones */
  readonly text: string;
  /** that of the least certain word, 0–100 */
  readonly certainty: number;
}

export function readingOf(lines: readonly ReadLine[]): Reading {
  const words = lines.flatMap(({ words }) => words);
  return {
    lines,
    text: foldReading(textOf(lines)),
    certainty: words.reduce(
      (least, { certainty }) => Math.min(least, certainty),
      words.length === 0 ? 0 : 100,
    ),
  };
}

/** A figure that only readings of one crop agree on, or that lacks the unit of its column, no more than this. */
export const QUESTIONABLE = 70;

/** The same reading, trusted no more than this. */
export function doubted({ lines, ...reading }: Reading, most: number): Reading {
  const doubtedLines = lines.map((line) => ({
    ...line,
    words: line.words.map((word) => ({ ...word, certainty: Math.min(word.certainty, most) })),
  }));
  return { ...reading, lines: doubtedLines, certainty: Math.min(reading.certainty, most) };
}

/** The same reading, trusted as another that agrees with it. */
export function confirmed({ lines, ...reading }: Reading, least: number): Reading {
  const confirmedLines = lines.map((line) => ({
    ...line,
    words: line.words.map((word) => ({ ...word, certainty: Math.max(word.certainty, least) })),
  }));
  return { ...reading, lines: confirmedLines, certainty: Math.max(reading.certainty, least) };
}

const textOf = (lines: readonly ReadLine[]): string =>
  lines
    .map(({ words }) => words.map(({ symbols }) => symbols.map(({ text }) => text).join('')).join(''))
    .join('');

export const foldReading = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/** A number with what stands before and behind it: 計30件以上, △1,234千円, 12.5km2, and 77.59%6, as 77.5% is read at times. */
const FIGURE = /^\D{0,6}[0-9][0-9,.]*(?:\D{0,8}|%[0-9]|[ck]?m[23])$/u;
/** Longer texts tell something of a number. */
const MOST_CHARACTERS = 16;
const YEAR = /^(?:[HRSTM]|平成|令和|昭和)[0-9A-Z]{1,2}(?:年度?)?$/u;

/** Headers name years: R2実績, H27. */
const OF_A_YEAR = /^[HRSTM][0-9]{1,2}(?![0-9])/u;

export const looksLikeFigure = (text: string): boolean =>
  text.length <= MOST_CHARACTERS && FIGURE.test(text) && !YEAR.test(text) && !OF_A_YEAR.test(text);

export const namesYear = (text: string): boolean => YEAR.test(text) || OF_A_YEAR.test(text);

export const looksLikeYear = (text: string): boolean => YEAR.test(text);

/** Thousands in threes, one decimal point. */
export const isWellFormed = (text: string): boolean =>
  (text.match(/[0-9][0-9,.]*/gu) ?? []).every((number) =>
    /^(?:[0-9]{1,3}(?:,[0-9]{3})+|(?:0|[1-9][0-9]*))(?:\.[0-9]+)?$/u.test(number),
  );
