import { describe, expect, it } from 'vitest';
import type { Column } from '../../src/interpret/columns.ts';
import { sideBySide } from '../../src/interpret/halves.ts';

const column = (index: number, use: Column['use'], role: Column['role'] = null): Column =>
  ({ index, span: 1, use, role, name: `c${index}` }) as Column;
const values = (...places: readonly number[]): Column[] => places.map((index) => column(index, 'value'));

describe('tables in one frame', () => {
  const two = [column(0, 'label', 'indicator'), ...values(1, 2), column(3, 'label', 'item'), ...values(4, 5)];

  it('are parted where names stand right of the figures of the first', () => {
    expect(sideBySide(two, true)).toEqual([0, 3]);
  });

  it('are one where nothing is drawn', () => {
    expect(sideBySide(two, false)).toEqual([0]);
  });

  it('are one where what stands between the figures is done, not counted', () => {
    const done = two.map((own) => (own.index === 3 ? column(3, 'label', 'activity') : own));
    expect(sideBySide(done, true)).toEqual([0]);
  });

  it('are parted where the head of the names is printed again', () => {
    const again = two.map((own) => ({
      ...own,
      ...(own.use === 'label' ? { role: null, name: '項目' } : {}),
    }));
    expect(sideBySide(again, true)).toEqual([0, 3]);
  });

  it('are one where a name follows a single figure', () => {
    expect(
      sideBySide(
        [column(0, 'label', 'indicator'), ...values(1), column(2, 'label', 'item'), ...values(3, 4)],
        true,
      ),
    ).toEqual([0]);
  });
});
