import { describe, expect, it } from 'vitest';
import { readBest } from '../../../src/ingest/pdf/read-best.ts';
import type { DrawnPage, GlyphRun } from '../../../src/model/index.ts';
import { run, scannedPage } from '../../emit/searchable/scanned-page.ts';

const asText = (...texts: string[]): DrawnPage =>
  scannedPage(
    texts.map((text, at) => run(text, [10, 20 * at, 190, 20 * at + 10])),
    { source: 'pdf' },
  );
const FIGURES = [1, 2, 3, 4, 5, 6].map((at) => run(`${at}0人`, [30 * at - 20, 20, 30 * at - 5, 30]));
const PICTURE = scannedPage([run('認定農業者総数の推移を示した表である', [10, 5, 180, 15]), ...FIGURES]);
const PROSE = '地元の企業とともに働く場をつくり、移り住む人を増やす。相談は窓口で受ける。';

const best = (
  page: DrawnPage,
  { unmapped = 0, hidden = [] as GlyphRun[], hasPicture = true, picture = async () => PICTURE } = {},
) => readBest({ page, unmapped, hidden }, hasPicture, picture);
const illegible = async (): Promise<never> => {
  throw new Error('no legible text');
};

describe('a page is read from its picture', () => {
  it.each<[string, DrawnPage, Parameters<typeof best>[1], string]>([
    ['where it has no text but a number', asText('- 3 -'), {}, 'picture'],
    ['where its fonts do not say what they draw', asText('12'), { unmapped: 30 }, 'unmappedFont'],
    [
      'where its text was decoded the wrong way',
      asText(...Array(2).fill('ä»¤å’Œï¼•å¹´åº¦é€²æ—ã‚±å ±å‘Š')),
      {},
      'mojibake',
    ],
    ['where its text is hidden over it', asText(), { hidden: [run(PROSE, [0, 0, 9, 9])] }, 'hiddenText'],
  ])('%s', async (_what, page, more, reason) => {
    const { page: read } = await best(page, more);
    expect(read).toMatchObject({ source: 'ocr', reason, runs: PICTURE.runs });
  });
});

describe('a page is read from its text', () => {
  it.each<[string, DrawnPage, Parameters<typeof best>[1]]>([
    ['where it has one, whatever picture stands beside it', asText(PROSE), {}],
    ['where only a few characters are unknown', asText(PROSE), { unmapped: 5 }],
    ['where it is English', asText('A place to work, and more people who move here to live.'), {}],
    ['where it holds nothing but figures', asText('1,234 5,678 △90 12.5% 3,456 7,890 1,111'), {}],
    ['where its picture cannot be read', asText(PROSE), { unmapped: 90, picture: illegible }],
    [
      'where its picture shows less of it',
      asText(PROSE),
      { unmapped: 90, picture: async () => scannedPage([run('図', [0, 0, 9, 9])]) },
    ],
    ['where it is blank and shows no picture', asText(), { hasPicture: false }],
  ])('%s', async (_what, page, more) => {
    const { page: read } = await best(page, more);
    expect(read).toEqual({ ...page, reason: 'ownText' });
  });
});

describe('hidden text', () => {
  const hiddenFigures = (change: (text: string, at: number) => string): GlyphRun[] => [
    run('認定農業者総数の推移を示した表である', [10, 5, 180, 15]),
    ...FIGURES.map(({ text, box }, at) => run(change(text, at), box)),
  ];

  it('that tells one figure otherwise is a doubt at its place', async () => {
    const hidden = hiddenFigures((text, at) => (at === 2 ? '80人' : text));
    const { page, doubts } = await best(asText(), { hidden });
    expect(doubts).toMatchObject([{ kind: 'textDisagrees', box: FIGURES[2]!.box, detail: '30人 ⇔ 80人' }]);
    expect(page.runs.map(({ confidence }) => confidence)).toEqual([0.9, 0.9, 0.9, 0.5, 0.9, 0.9, 0.9]);
  });

  it('that tells nearly all otherwise is no reading of the page, told once', async () => {
    const { doubts } = await best(asText(), { hidden: hiddenFigures((_text, at) => `${at + 91}9`) });
    expect(doubts).toMatchObject([{ kind: 'strayText', box: null, detail: '6/6' }]);
  });

  it('stands for a picture that cannot be read, and is trusted less', async () => {
    const { page } = await best(asText(), { hidden: [run(PROSE, [0, 0, 9, 9])], picture: illegible });
    expect(page).toMatchObject({
      source: 'ocr',
      reason: 'illegible',
      runs: [{ text: PROSE, confidence: 0.7 }],
    });
  });

  it('a picture that cannot be read and has none fails as before', async () => {
    await expect(best(asText(), { picture: illegible })).rejects.toThrow('no legible text');
  });
});
