import { expect, it } from 'vitest';
import { withRaisedDigit } from '../../../src/ingest/scan/raised-digit.ts';
import { readingOf } from '../../../src/ingest/scan/reading.ts';
import { blank, fill } from './draw.ts';

const line = { left: 0, top: 0, right: 60, bottom: 30 };
const symbols = (text: string) =>
  [...text].map((each, at) => ({ text: each, left: at * 15, right: at * 15 + 12 }));
const readingAs = (text: string) =>
  readingOf([{ top: 0, bottom: 30, words: [{ certainty: 90, symbols: symbols(text) }] }]);

/** Two tall strokes, the m, and a last piece of ink from one row to another. */
async function readWithEnd(text: string, [top, bottom]: readonly [number, number]): Promise<string> {
  const ink = blank(60, 30);
  fill(ink, [0, 0, 4, 30], 1);
  fill(ink, [15, 0, 19, 30], 1);
  fill(ink, [30, 10, 42, 30], 1);
  fill(ink, [46, top, 54, bottom], 1);
  const reading = readingAs(text);
  const cell = {
    box: line,
    lines: [{ box: line, pieces: [{ box: line, sign: null }] }],
    column: '',
    reading,
  };
  const read = async () => [...readingAs('3').lines];
  const { lines } = await withRaisedDigit(reading, cell, { ink, cores: ink, scale: 4, read });
  return lines
    .flatMap(({ words }) => words.flatMap((word) => word.symbols.map(({ text: each }) => each)))
    .join('');
}

it('what stands high behind m is read by itself', async () => {
  expect(await readWithEnd('12m*', [0, 14])).toBe('12m³');
});

it('a digit on the line is none', async () => {
  expect(await readWithEnd('12m3', [0, 30])).toBe('12m3');
});

it('a figure in other units is left alone', async () => {
  expect(await readWithEnd('12人*', [0, 14])).toBe('12人*');
});
