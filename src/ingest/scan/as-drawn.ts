import { shapeOfNumber } from './number-shape.ts';
import type { CellRead, PageToRead } from './read-cells.ts';
import { doubted, isWellFormed, QUESTIONABLE, type Reading, readingOf } from './reading.ts';
import type { ReadLine, ReadSymbol } from './text-reader.ts';

/** A figure whose digits, commas and points are not those of the ink is trusted no more than this. */
const LOST = 40;
/** Whole thousands, with commas. */
const THOUSANDS = /[0-9]{1,3}(?:,[0-9]{3})+(?![0-9.,])/u;

/** Puts commas for points and points for commas as the ink has them; doubts a reading that has lost or gained some. */
export function asDrawn(line: ReadLine, { box, lines }: CellRead, { ink, cores }: PageToRead): Reading {
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
  const digits = number.filter(isDigit).length;
  // 252 read of 3,252, whose ink has four digits
  if (/^[0-9.,]+$/u.test(reading.text) && shapes.every(({ tall }) => tall > digits))
    return doubted(reading, LOST);
  const separators = number.filter((symbol) => isSeparator(symbol) && symbol.left < last.left);
  // no two stand side by side: a comma read as a point and a comma is one
  const printed = separators.filter((symbol) => !isSeparator(number[number.indexOf(symbol) - 1]!));
  const drawn = shapes.findLast(({ separators }) => separators.length === printed.length);
  if (drawn === undefined) return doubted(reading, LOST);
  const right = new Map(printed.map((symbol, at) => [symbol, drawn.separators[at]!]));
  const isTwice = new Set(separators.filter((symbol) => !right.has(symbol)));
  const asInk = withTexts(reading, (symbol) =>
    isTwice.has(symbol) ? '' : (right.get(symbol) ?? symbol.text),
  );
  // a point of a soft print may hang like a comma: what makes a number is kept
  if (isWellFormed(reading.text) && !isWellFormed(asInk.text)) return reading;
  // in small type a comma hangs as little as a point does: what is read as thousands stays so, and is doubted
  return THOUSANDS.test(reading.text) && !THOUSANDS.test(asInk.text) ? doubted(reading, QUESTIONABLE) : asInk;
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
