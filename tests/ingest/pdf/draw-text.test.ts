import { describe, expect, it } from 'vitest';
import type { DrawnPage } from '../../../src/model/index.ts';
import { drawnBy, PAGE_HEIGHT } from './drawn-by.ts';
import { FIRST_EXTRA } from './write-pdf.ts';

/** Helvetica: a digit is 0.556 of the size wide, a space and a comma 0.278. */
const DIGIT = 5.56;
const SPACE = 2.78;

const at = (x: number, y: number, operators: string): string => `BT /F1 10 Tf ${x} ${y} Td ${operators} ET\n`;
const textsOf = ({ runs }: DrawnPage): string[] => runs.map(({ text }) => text);
async function onlyRun(content: string) {
  const { runs } = await drawnBy(content);
  if (runs.length !== 1) throw new Error(`expected one run, got ${runs.map(({ text }) => text).join(' | ')}`);
  return runs[0]!;
}

describe('every character has its place:', () => {
  it('along the baseline by its width, about it by the size', async () => {
    const { text, edges, box, size, isVertical } = await onlyRun(at(100, 700, '(12 3) Tj'));
    expect({ text, size, isVertical }).toEqual({ text: '12 3', size: 10, isVertical: false });
    const places = [0, DIGIT, 2 * DIGIT, 2 * DIGIT + SPACE, 3 * DIGIT + SPACE];
    for (const [i, place] of places.entries()) expect(edges[i]).toBeCloseTo(100 + place);
    // 0.86 of the size above the baseline, 0.14 below
    const baseline = PAGE_HEIGHT - 700;
    expect(box.map((side) => Math.round(side * 100) / 100)).toEqual([
      100,
      baseline - 8.6,
      Math.round((100 + 3 * DIGIT + SPACE) * 100) / 100,
      baseline + 1.4,
    ]);
  });

  it.each<[string, string, number]>([
    ['character spacing', '1 Tc (12) Tj', 2 * DIGIT + 1],
    ['word spacing, at spaces alone', '1 Tw (1 2) Tj', 2 * DIGIT + SPACE + 1],
    ['horizontal scaling', '50 Tz (12) Tj', DIGIT],
    ['kerning, in thousandths of the size', '[(1) -100 (2)] TJ', 2 * DIGIT + 1],
    ['a text matrix twice as large', '2 0 0 2 100 700 Tm (12) Tj', 4 * DIGIT],
  ])('%s', async (_what, operators, width) => {
    const { text, edges } = await onlyRun(at(100, 700, operators));
    expect(text.replace(' ', '')).toBe('12');
    expect(edges.at(-1)! - edges[0]!).toBeCloseTo(width);
  });

  it('a rise lifts it above the line', async () => {
    const [plain, raised] = [
      await onlyRun(at(100, 700, '(1) Tj')),
      await onlyRun(at(100, 700, '3 Ts (1) Tj')),
    ];
    expect(plain.box[1] - raised.box[1]).toBeCloseTo(3);
  });
});

describe('a run', () => {
  it('goes on over operators that continue it', async () => {
    expect(textsOf(await drawnBy(at(100, 700, '(1,234) Tj (,567) Tj')))).toEqual(['1,234,567']);
  });

  it('ends where the pen leaps', async () => {
    expect(textsOf(await drawnBy(at(100, 700, '(12) Tj 60 0 Td (34) Tj')))).toEqual(['12', '34']);
    expect(textsOf(await drawnBy(at(100, 700, '[(12) -2000 (34)] TJ')))).toEqual(['12', '34']);
  });

  it('ends with its line, its size and its marked content', async () => {
    expect(textsOf(await drawnBy(at(100, 700, '12 TL (12) Tj T* (34) Tj')))).toEqual(['12', '34']);
    expect(textsOf(await drawnBy(at(100, 700, '(12) Tj /F1 6 Tf (34) Tj')))).toEqual(['12', '34']);
    const { runs } = await drawnBy(at(100, 700, '/P << /MCID 4 >> BDC (12) Tj EMC (34) Tj'));
    expect(runs.map(({ text, mark }) => [text, mark])).toEqual([
      ['12', 4],
      ['34', null],
    ]);
  });

  it('of blanks is none, and blanks at its end are dropped', async () => {
    const { runs, leftOut } = await drawnBy(at(100, 700, '(   ) Tj 0 -20 Td (12  ) Tj'));
    expect(runs.map(({ text, edges }) => [text, edges.length])).toEqual([['12', 3]]);
    expect(leftOut).toEqual({ invisible: 0, clipped: 0 });
  });

  it.each<[string, string, string, boolean]>([
    ['upwards', '0 1 -1 0 100 700 Tm (12) Tj', '12', true],
    ['downwards', '0 -1 1 0 100 700 Tm (12) Tj', '12', true],
  ])('written %s keeps its order, its places ascend', async (_what, operators, text, isVertical) => {
    const content = at(300, 300, '(most of the page is level) Tj') + at(0, 0, operators);
    const turned = (await drawnBy(content)).runs.find((one) => one.text === text)!;
    expect(turned.isVertical).toBe(isVertical);
    expect(turned.edges).toEqual(turned.edges.toSorted((a, b) => a - b));
    expect(turned.box[3] - turned.box[1]).toBeCloseTo(2 * DIGIT);
  });
});

describe('what nobody sees is left out and counted:', () => {
  it.each<[string, string, { invisible: number; clipped: number }]>([
    ['drawn invisibly', at(100, 700, '3 Tr (12 3) Tj'), { invisible: 3, clipped: 0 }],
    ['white on white', `1 g ${at(100, 700, '(123) Tj')}`, { invisible: 3, clipped: 0 }],
    ['outside the page', at(700, 700, '(123) Tj'), { invisible: 0, clipped: 3 }],
    [
      'outside the clipping area',
      `q 0 0 90 842 re W n ${at(100, 700, '(123) Tj')} Q\n`,
      { invisible: 0, clipped: 3 },
    ],
  ])('%s', async (_what, content, leftOut) => {
    const page = await drawnBy(content);
    expect(textsOf(page)).toEqual([]);
    expect(page.leftOut).toEqual(leftOut);
  });

  it('not white type on a dark ground', async () => {
    const page = await drawnBy(`0 0 0.5 rg 90 690 60 30 re f 1 g ${at(100, 700, '(123) Tj')}`);
    expect(textsOf(page)).toEqual(['123']);
    expect(page.leftOut.invisible).toBe(0);
  });

  it('only that part of a text that the clipping area cuts off', async () => {
    const page = await drawnBy(`q 0 0 107 842 re W n ${at(100, 700, '(1234) Tj')} Q\n`);
    // the middle of 1 at 102.8 and of 2 at 108.3: a point beyond is still seen
    expect(textsOf(page)).toEqual(['1']);
    expect(page.leftOut.clipped).toBe(3);
  });
});

describe('characters are those a font names', () => {
  const unicodes = (...codes: readonly string[]): string =>
    [
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
      '/CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange',
      `${codes.length} beginbfchar ${codes.map((code, i) => `<${(0x41 + i).toString(16)}> <${code}>`).join(' ')} endbfchar`,
      'endcmap CMapName currentdict /CMap defineresource pop end end',
    ].join('\n');
  const withFont = (map: string) => ({
    fonts: `/F2 ${FIRST_EXTRA} 0 R`,
    extra: [
      { text: `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode ${FIRST_EXTRA + 1} 0 R >>` },
      { text: '', stream: map },
    ],
  });
  const inFont = (letters: string): string => `BT /F2 10 Tf 100 700 Td (${letters}) Tj ET\n`;

  it('radicals are taken back to what was typed', async () => {
    const page = await drawnBy(inFont('ABC'), withFont(unicodes('2F64', '2EA0', '2ED1')));
    expect(textsOf(page)).toEqual(['用民長']);
  });

  it('㈱ ㎡ and half-width kana stay as printed, ligatures are letters each with its place', async () => {
    const page = await drawnBy(inFont('ABC'), withFont(unicodes('3231', '33A1', 'FF8C')));
    expect(textsOf(page)).toEqual(['㈱㎡ﾌ']);
    const [ligature] = (await drawnBy(inFont('A'), withFont(unicodes('FB01')))).runs;
    expect(ligature?.text).toBe('fi');
    expect(ligature?.edges).toHaveLength(3);
  });

  it('characters beyond 16 bits are one character', async () => {
    const [run] = (await drawnBy(inFont('AB'), withFont(unicodes('D842DFB7', '91CE')))).runs;
    expect(run?.text).toBe('𠮷野');
    expect(run?.edges).toHaveLength(3);
  });
});
