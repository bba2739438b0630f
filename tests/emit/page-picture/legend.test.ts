import { describe, expect, it } from 'vitest';
import { legendOf } from '../../../src/emit/page-picture/legend.ts';
import { BLANK, valueIn } from './page-seen.ts';

const textsOf = (legend: ReturnType<typeof legendOf>): string[] =>
  legend.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

describe('the legend', () => {
  it('says in both languages what is what, and how much of it there is', () => {
    const seen = {
      ...BLANK,
      width: 600,
      values: [valueIn(null, 'value', null), valueIn(null, 'value', null)],
    };
    expect(textsOf(legendOf(seen, { language: 'en', hasJapanese: true }))).toEqual([
      'r5.pdf  3/12',
      '罫線 ruling line: 0',
      '見出しセル header cell: 0',
      'データセル data cell: 0',
      '2×3',
      '結合セル（行×列） spans (rows×columns): 0',
      '見出し（階層） heading (depth): 0',
      '値（種類 時期） value (measure period): 2',
      '疑い doubt: 0',
    ]);
  });

  it('is English alone where the fonts have no Japanese', () => {
    const texts = textsOf(legendOf(BLANK, { language: 'ja', hasJapanese: false }));
    expect(texts).toContain('ruling line: 0');
    expect(texts.join('')).not.toMatch(/\p{Script=Han}/u);
  });

  it('stands below the page, inside its width, and takes more lines on a narrow page', () => {
    const lettering = { language: 'ja', hasJapanese: true } as const;
    const wide = legendOf({ ...BLANK, width: 800 }, lettering);
    const narrow = legendOf({ ...BLANK, width: 250 }, lettering);
    expect(narrow.height).toBeGreaterThan(wide.height);
    for (const mark of narrow.marks) {
      if (mark.kind !== 'text') continue;
      expect(mark.at[0]).toBeLessThan(250);
      expect(mark.at[1]).toBeGreaterThan(100);
      expect(mark.at[1] + mark.size).toBeLessThan(100 + narrow.height);
    }
  });

  it('shortens a file name longer than the page is wide', () => {
    const [head] = textsOf(
      legendOf({ ...BLANK, path: `${'長'.repeat(80)}.pdf` }, { language: 'ja', hasJapanese: true }),
    );
    expect(head).toMatch(/^長{10,30}… {2}3\/12$/u);
  });
});
