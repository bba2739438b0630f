import { asDrawn } from './as-drawn.ts';
import { withRaisedDigit } from './raised-digit.ts';
import type { CellRead, PageToRead } from './read-cells.ts';
import { isOneCharacter, readLine } from './read-line.ts';
import {
  confirmed,
  doubted,
  isWellFormed,
  looksLikeFigure,
  looksLikeYear,
  QUESTIONABLE,
  type Reading,
  readingOf,
} from './reading.ts';

/** What numbers are written with. */
const SIGNS = '0123456789,.+-−△▲%％()（）/～';
/** What years are written with. */
const YEARS = 'HRSTM0123456789平成令和昭元年度';
/** A character is seen in a column where it was read this surely. */
const SEEN = 85;
/** Two readings that disagree are trusted no more than this. */
const DISAGREED = 50;
/** Two readings that agree are trusted at least so. */
const AGREED = 88;
/** A reading that a third one, of another crop, agrees with is trusted at least so. */
const CONFIRMED = 82;

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
  const asInk = readingOf(best.lines.flatMap((line) => asDrawn(line, cell, page).lines));
  const drawn = await withRaisedDigit(asInk, cell, page);
  const isOdd = lacksUnit(drawn, cell, column) || hasOddPoint(drawn, column);
  return isOdd ? doubted(drawn, QUESTIONABLE) : drawn;
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

/** A point where a comma may be meant. */
const POINT_AS_COMMA = /^[^0-9]*[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?![0-9])/u;
/** Three decimals and no doubt: less than one, or thousands before. */
const THREE_DECIMALS = /(?:^|[^0-9,.])(?:0|[0-9,]{4,})\.[0-9]{3}(?![0-9])/u;

/** 5.690, where no other figure of the column has three decimals for certain: 5,690 may stand there. */
const hasOddPoint = ({ text }: Reading, column: readonly CellRead[]): boolean =>
  POINT_AS_COMMA.test(text) && !column.some(({ reading }) => THREE_DECIMALS.test(reading.text));

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
