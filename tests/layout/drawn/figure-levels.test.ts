import { describe, expect, it } from 'vitest';
import { cutsByFigures, type StackedLine } from '../../../src/layout/drawn/figure-levels.ts';

/** Lines of 10 points on these heights. */
const lines = (...places: readonly [y: number, text: string][]): StackedLine[] =>
  places.map(([y, text]) => ({ y, top: y - 5, bottom: y + 5, text, room: 5, size: 10 }));

const target = lines([10, '55'], [60, '18,500']);
const result = lines([10, '58'], [60, '18,110']);

describe('a drawn row is cut between figures on common levels', () => {
  it('where all its columns leave white', () => {
    const names = lines(
      [10, '窓口の手続を'],
      [22, '来庁せずに'],
      [34, '済ませる'],
      [60, '使用料を'],
      [72, '見直す'],
    );
    expect(cutsByFigures([names, target, result])).toEqual({ levels: [10, 60], cuts: [47] });
  });

  it('though cells are centred on each other', () => {
    const names = lines([4, '窓口の'], [16, '手続'], [54, '使用料の'], [66, '見直し']);
    expect(cutsByFigures([names, target, result])).toEqual({ levels: [10, 60], cuts: [35] });
  });

  it('but not by one column of figures', () => {
    expect(cutsByFigures([lines([10, '窓口'], [60, '使用料']), target])).toBeNull();
  });

  it('nor where the figures of two columns stand on levels of their own', () => {
    expect(cutsByFigures([target, lines([24, '58'], [44, '7'])])).toBeNull();
  });

  it('nor where a figure goes on in the next line', () => {
    expect(
      cutsByFigures([lines([10, '1,234,'], [22, '567']), lines([10, '2,345,'], [22, '678'])]),
    ).toBeNull();
  });
});
