import { shapeOfNumber } from './number-shape.ts';
import { type CellRead, isOneCharacter, type PageToRead } from './read-cells.ts';
import {
  confirmed,
  doubted,
  isWellFormed,
  looksLikeFigure,
  looksLikeYear,
  type Reading,
  readingOf,
} from './reading.ts';
import type { ReadLine, ReadSymbol } from './text-reader.ts';

/** What numbers are written with. */
const SIGNS = '0123456789,.+-−△▲%％()（）/～';
/** What years are written with. */
const YEARS = 'HRSTM0123456789平成令和昭元年度';
/** A character is seen in a column where it was read this surely. */
const SEEN = 85;
/** Two readings that disagree are trusted no more than this. */
const DISAGREED = 50;
/** A figure whose commas and points are not those of the ink is trusted no more than this. */
const LOST_COMMA = 40;
/** Two readings that agree are trusted at least so. */
const AGREED = 88;

/**
 * Reads a figure or a year a second time, with only the characters that can stand there: those of numbers, and those read
 * surely in the same column. What both readings agree on is trusted; where they differ the better one is kept and doubted.
 */
export async function readAgain(
  cell: CellRead,
  column: readonly CellRead[],
  page: PageToRead,
): Promise<Reading> {
  const { read } = page;
  const { box, mode, reading } = cell;
  const isYear = looksLikeYear(reading.text);
  const allowed = isYear ? YEARS : SIGNS + seenIn([...column, cell]);
  const isOne = mode === 'line' && isOneCharacter(box);
  const second = readingOf(await read(box, isOne ? 'character' : mode, allowed));
  if (isYear) return /\d$/u.test(second.text) && looksLikeYear(second.text) ? second : reading;
  const best = betterOf(reading, second);
  return readingOf(best.lines.flatMap((line) => asDrawn(line, cell, page).lines));
}

/** Characters but digits that were read surely in figures of a column: units, 約, 以上. */
function seenIn(column: readonly CellRead[]): string {
  const seen = new Set<string>();
  for (const { reading } of column) {
    if (!looksLikeFigure(reading.text)) continue;
    for (const { words } of reading.lines)
      for (const { symbols, certainty } of words)
        if (certainty >= SEEN)
          for (const { text } of symbols) if (!/[\p{N}\p{P}\s]/u.test(text)) seen.add(text);
  }
  return [...seen].join('');
}

function betterOf(first: Reading, second: Reading): Reading {
  if (first.text === second.text) return confirmed(second, Math.max(first.certainty, AGREED));
  const [isFirst, isSecond] = [isFigure(first), isFigure(second)];
  if (isFirst !== isSecond) return doubted(isFirst ? first : second, DISAGREED + 35);
  return doubted(first.certainty > second.certainty ? first : second, DISAGREED);
}

const isFigure = ({ text }: Reading): boolean => looksLikeFigure(text) && isWellFormed(text);

/** Puts commas for points and points for commas as the ink has them; doubts a reading that has lost or gained some. */
function asDrawn(line: ReadLine, { box, bands }: CellRead, { ink, cores }: PageToRead): Reading {
  const reading = readingOf([line]);
  const symbols = reading.lines.flatMap((line) => line.words.flatMap((word) => word.symbols));
  const begin = symbols.findIndex(isDigit);
  if (begin < 0) return reading;
  const behind = symbols.findIndex((symbol, at) => at > begin && !isDigit(symbol) && !isSeparator(symbol));
  const number = symbols.slice(begin, behind < 0 ? symbols.length : behind);
  const last = number.findLast(isDigit)!;
  const middle = (line.top + line.bottom) / 2;
  const band = bands.find(({ top, bottom }) => top <= middle && middle <= bottom) ?? box;
  // a comma may touch its digit, and the cores of small points may vanish
  const shapes = [ink, cores].map((each) => shapeOfNumber(each, band, (last.left + last.right) / 2));
  if (MISREAD_PERCENT.test(reading.text)) {
    const digits = shapes
      .map(({ digitsBeforePercent }) => digitsBeforePercent)
      .find((count) => count !== null);
    const percent = digits === undefined ? null : withPercent(reading, symbols, digits);
    if (percent !== null) return percent;
  }
  const printed = number.filter((symbol) => isSeparator(symbol) && symbol.left < last.left);
  const drawn = shapes.findLast(({ separators }) => separators.length === printed.length);
  if (drawn === undefined) return doubted(reading, LOST_COMMA);
  const right = new Map(printed.map((symbol, at) => [symbol, drawn.separators[at]!]));
  return withTexts(reading, (symbol) => right.get(symbol) ?? symbol.text);
}

const isDigit = ({ text }: ReadSymbol): boolean => /^\p{N}$/u.test(text);
const isSeparator = ({ text }: ReadSymbol): boolean => /^[.,，．、]$/u.test(text);

/** What % is taken for: 29% is read as 2996, 299%, 29%6. */
const MISREAD_PERCENT = /^\D{0,2}[0-9.,]*[0-9%]{2}$/u;

/** The digits before a per cent sign and the sign; null where fewer digits were read. */
function withPercent(reading: Reading, symbols: readonly ReadSymbol[], digits: number): Reading | null {
  const own = symbols.filter(isDigit);
  const last = own[digits - 1];
  if (last === undefined) return null;
  const sign = symbols[symbols.indexOf(last) + 1];
  if (sign === undefined) return null;
  const after = new Set(symbols.slice(symbols.indexOf(sign) + 1));
  return withTexts(reading, (symbol) => (symbol === sign ? '%' : after.has(symbol) ? '' : symbol.text));
}

const withTexts = (reading: Reading, textOf: (symbol: ReadSymbol) => string): Reading =>
  readingOf(
    reading.lines.map((line) => ({
      ...line,
      words: line.words.map((word) => ({
        ...word,
        symbols: word.symbols
          .map((symbol) => ({ ...symbol, text: textOf(symbol) }))
          .filter(({ text }) => text !== ''),
      })),
    })),
  );
