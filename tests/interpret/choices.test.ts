import { describe, expect, it } from 'vitest';
import { chosenIn } from '../../src/interpret/choices.ts';
import { rowsOfTable } from '../../src/layout/index.ts';
import { laidOut, pageOf } from '../layout/drawn/draw-ruled.ts';

/** A row of cells: `_` a narrow box, a wide cell otherwise. */
function choose(...texts: readonly string[]) {
  const xs = [20];
  for (const text of texts) xs.push(xs.at(-1)! + (text.length > 1 ? 90 : 20));
  const [table] = laidOut(pageOf(xs, [100, 120], [texts.map((text) => (text === '_' ? '' : text))])).blocks;
  if (table?.kind !== 'table') throw new Error('expected a table');
  const found = chosenIn(rowsOfTable(table)[0]!);
  return (
    found && { kept: found.kept.map(({ text }) => text), dropped: found.dropped.map(({ text }) => text) }
  );
}

describe('of options behind boxes', () => {
  it('those behind a mark are chosen, the mark itself is not said', () => {
    expect(choose('関連ゴール', '_', '１貧困', '○', '７エネルギー', '_', '13気候')).toEqual({
      kept: ['関連ゴール', '７エネルギー'],
      dropped: ['１貧困', '○', '13気候'],
    });
  });

  it('none may be chosen, or several', () => {
    expect(choose('_', '直営', '_', '委託')).toEqual({ kept: [], dropped: ['直営', '委託'] });
    expect(choose('■', '直営', '☑', '委託')?.kept).toEqual(['直営', '委託']);
  });
});

describe('no options are', () => {
  it('one blank cell before a text', () => {
    expect(choose('事業名', '_', '朝市の支援')).toBeNull();
  });

  it('marks that are values: figures stand behind them', () => {
    expect(choose('創業件数', '○', '12', '△', '34')).toBeNull();
  });

  it('narrow cells with anything but a mark', () => {
    expect(choose('市', '直営', '県', '委託')).toBeNull();
  });
});
