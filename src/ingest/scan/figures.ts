import { shapeOfNumber } from './number-shape.ts';
import type { CellRead, PageToRead } from './read-cells.ts';
import { isOneCharacter, readLine } from './read-line.ts';
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
/** A reading that a third one, of another crop, agrees with is trusted at least so. */
const CONFIRMED = 82;
/** A figure that only readings of one crop agree on, or that lacks the unit of its column, no more than this. */
const QUESTIONABLE = 70;

/**
 * Reads a figure or a year a second time, with only the characters that can stand there: those of numbers, and those read
 * surely in the same column. What both readings agree on is trusted; where they differ the better one is kept and doubted.
 */
export async function readFigure(
  cell: CellRead,
  column: readonly CellRead[],
  page: PageToRead,
): Promise<Reading> {
  const { reading } = cell;
  const isYear = looksLikeYear(reading.text);
  const second = await readAll(cell, page, isYear ? YEARS : SIGNS + seenIn([...column, cell]));
  if (isYear) return /\d$/u.test(second.text) && looksLikeYear(second.text) ? second : reading;
  const best =
    second.text === reading.text
      ? betterOf(reading, second)
      : majorityOf(reading, second, await readAll(cell, page));
  const drawn = readingOf(best.lines.flatMap((line) => asDrawn(line, cell, page).lines));
  return lacksUnit(drawn, cell, column) ? doubted(drawn, QUESTIONABLE) : drawn;
}

/** Reads the lines of a cell with more paper around, with certain characters only where they are given. */
async function readAll({ lines }: CellRead, { read }: PageToRead, allowed?: string): Promise<Reading> {
  const readLines = lines.map((line) =>
    readLine(line, async (box) => {
      const mode = isOneCharacter(box) ? 'character' : 'line';
      return readingOf(
        await read([box], { mode, isWide: true, ...(allowed === undefined ? {} : { allowed }) }),
      );
    }),
  );
  return readingOf(await Promise.all(readLines));
}

/** A number without a unit where most others of the column have one: 4096 among 88% and 92%. */
function lacksUnit({ text }: Reading, cell: CellRead, column: readonly CellRead[]): boolean {
  const others = column.filter((other) => other !== cell && looksLikeFigure(other.reading.text));
  const withUnit = others.filter((other) => !/[0-9]$/u.test(other.reading.text));
  return /^[0-9,.]+$/u.test(text) && withUnit.length * 2 > others.length;
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

/** Of three readings, of which the second and the third are of one crop, the one that two agree on. */
function majorityOf(first: Reading, second: Reading, third: Reading): Reading {
  if (third.text === first.text) return confirmed(first, CONFIRMED);
  if (third.text !== second.text) return betterOf(third.certainty > first.certainty ? third : first, second);
  const isSurer = isFigure(first) && first.certainty > third.certainty;
  return doubted(isSurer ? first : third, QUESTIONABLE);
}

function betterOf(first: Reading, second: Reading): Reading {
  if (first.text === second.text) return confirmed(second, Math.max(first.certainty, AGREED));
  if (second.text === '') return doubted(first, DISAGREED);
  const [isFirst, isSecond] = [isFigure(first), isFigure(second)];
  if (isFirst !== isSecond) return doubted(isFirst ? first : second, DISAGREED + 35);
  return doubted(first.certainty > second.certainty ? first : second, DISAGREED);
}

const isFigure = ({ text }: Reading): boolean => looksLikeFigure(text) && isWellFormed(text);

/** Puts commas for points and points for commas as the ink has them; doubts a reading that has lost or gained some. */
function asDrawn(line: ReadLine, { box, lines }: CellRead, { ink, cores }: PageToRead): Reading {
  const reading = readingOf([line]);
  const symbols = reading.lines.flatMap((line) => line.words.flatMap((word) => word.symbols));
  const begin = symbols.findIndex(isDigit);
  if (begin < 0) return reading;
  const behind = symbols.findIndex((symbol, at) => at > begin && !isDigit(symbol) && !isSeparator(symbol));
  const number = symbols.slice(begin, behind < 0 ? symbols.length : behind);
  const last = number.findLast(isDigit)!;
  const middle = (line.top + line.bottom) / 2;
  const band = lines.find((each) => each.box.top <= middle && middle <= each.box.bottom)?.box ?? box;
  // a comma may touch its digit, and the cores of small points may vanish
  const shapes = [ink, cores].map((each) => shapeOfNumber(each, band, (last.left + last.right) / 2));
  if (MISREAD_PERCENT.test(reading.text)) {
    const digits = shapes
      .map(({ digitsBeforePercent }) => digitsBeforePercent)
      .find((count) => count !== null);
    const percent = digits === undefined ? null : withPercent(reading, symbols, digits);
    if (percent !== null) return percent;
  }
  const separators = number.filter((symbol) => isSeparator(symbol) && symbol.left < last.left);
  // no two stand side by side: a comma read as a point and a comma is one
  const printed = separators.filter((symbol) => !isSeparator(number[number.indexOf(symbol) - 1]!));
  const drawn = shapes.findLast(({ separators }) => separators.length === printed.length);
  if (drawn === undefined) return doubted(reading, LOST_COMMA);
  const right = new Map(printed.map((symbol, at) => [symbol, drawn.separators[at]!]));
  const isTwice = new Set(separators.filter((symbol) => !right.has(symbol)));
  const asInk = withTexts(reading, (symbol) =>
    isTwice.has(symbol) ? '' : (right.get(symbol) ?? symbol.text),
  );
  // a point of a soft print may hang like a comma: what makes a number is kept
  return isWellFormed(reading.text) && !isWellFormed(asInk.text) ? reading : asInk;
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
