import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DrawnPage, GlyphRun, Rule } from '../../../src/model/index.ts';
import { across, down, drawnPage, laidOut, run } from './draw-ruled.ts';

const place = (most: number) => fc.nat(most).map((at) => at * 20);
const rule: fc.Arbitrary<Rule> = fc
  .tuple(place(25), place(38), fc.nat(12), fc.boolean())
  .map(([x, y, length, isDown]) => (isDown ? down(x, y, y + length * 20) : across(y, x, x + length * 20)));
const written: fc.Arbitrary<GlyphRun> = fc
  .tuple(
    place(25),
    fc.integer({ min: 0, max: 38 }),
    fc.stringMatching(/^[0-9A-Za-z.,%△指標件人年 \u3000𠮷]{1,12}$/u),
  )
  .map(([x, row, text]) => run(x + 3, row * 20 + 4, text));
const tables = fc
  .record({
    x: place(4),
    columns: fc.integer({ min: 2, max: 5 }),
    ys: fc.uniqueArray(place(38), { minLength: 3, maxLength: 8 }),
  })
  .map(({ x, columns, ys }) => {
    const sides = ys.toSorted((a, b) => a - b);
    return [
      ...sides.map((y) => across(y, x, x + columns * 80)),
      ...Array.from({ length: columns + 1 }, (_, i) => down(x + i * 80, sides[0]!, sides.at(-1)!)),
    ];
  });
/** A page with a grid or none, lines here and there, and texts that never stand one over another. */
const drawn: fc.Arbitrary<DrawnPage> = fc
  .record({
    grid: fc.oneof(tables, fc.constant([])),
    rules: fc.array(rule, { maxLength: 12 }),
    runs: fc.array(written, { maxLength: 30 }),
  })
  .map(({ grid, rules, runs }) => drawnPage({ rules: [...grid, ...rules], runs: apart(runs) }));

function apart(runs: readonly GlyphRun[]): GlyphRun[] {
  const kept: GlyphRun[] = [];
  for (const one of runs) {
    const isFree = kept.every(
      ({ box }) => box[1] !== one.box[1] || box[2] < one.box[0] || one.box[2] < box[0],
    );
    if (isFree) kept.push(one);
  }
  return kept;
}

const letters = (text: string): string => Array.from(text.replace(/\s/gu, '')).toSorted().join('');
const pages = fc
  .array(drawn, { minLength: 1, maxLength: 3 })
  .map((all) => all.map((page, at) => ({ ...page, number: at + 1 })));

describe('whatever is drawn,', () => {
  it('no letter of the pages is lost or made up in the text', () => {
    fc.assert(
      fc.property(pages, (all) => {
        const { text } = laidOut(...all);
        expect(letters(text)).toBe(letters(all.flatMap(({ runs }) => runs.map((one) => one.text)).join('')));
      }),
    );
  });

  it('the text at a place is what stands there', () => {
    fc.assert(
      fc.property(pages, (all) => {
        const { text, blocks } = laidOut(...all);
        const points = Array.from(text);
        for (const block of blocks) {
          const spans = block.kind === 'table' ? block.cells : [block];
          for (const span of spans) expect(points.slice(span.start, span.end).join('')).toBe(span.text);
        }
      }),
    );
  });

  it('the order of drawing changes nothing', () => {
    const shuffled = drawn.chain((page) =>
      fc.record({
        page: fc.constant(page),
        runs: fc.shuffledSubarray(page.runs, { minLength: page.runs.length }),
        rules: fc.shuffledSubarray(page.rules, { minLength: page.rules.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ page, runs, rules }) => {
        expect(laidOut({ ...page, runs, rules })).toEqual(laidOut(page));
      }),
    );
  });

  it('no cell of a page’s table stands over another, and none outside its table', () => {
    fc.assert(
      fc.property(drawn, (page) => {
        for (const block of laidOut(page).blocks) {
          if (block.kind !== 'table') continue;
          const taken = new Set<string>();
          for (const { row, column, rowSpan, columnSpan } of block.cells) {
            expect(row + rowSpan).toBeLessThanOrEqual(block.rows);
            expect(column + columnSpan).toBeLessThanOrEqual(block.columns);
            for (let r = row; r < row + rowSpan; r += 1) {
              for (let c = column; c < column + columnSpan; c += 1) {
                expect(taken).not.toContain(`${r} ${c}`);
                taken.add(`${r} ${c}`);
              }
            }
          }
        }
      }),
    );
  });
});
