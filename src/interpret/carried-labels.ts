import type { Cell } from '../model/index.ts';
import type { AlignedRow } from './align.ts';
import type { Column } from './columns.ts';

/**
 * Labels written once for several rows: merged cells, and the blanks below a label that stand for it.
 *
 *     見守り事業 | 協力事業所数 | 120社 | 福祉総務課
 *                | 訪問回数     | 1,620 |             見守り事業, 福祉総務課
 */
export class CarriedLabels {
  readonly #columns: readonly Column[];
  readonly #outermost: Column | undefined;
  readonly #carried = new Map<Column, Cell>();

  constructor(columns: readonly Column[]) {
    this.#columns = columns;
    this.#outermost = columns.find((column) => column.use === 'label');
  }

  /** Takes over a cell that spans down from a row above. */
  carry(column: Column, cell: Cell): void {
    this.#carried.set(column, cell);
  }

  get(column: Column): Cell | undefined {
    return this.#carried.get(column);
  }

  /** The label cells of a row; blank ones under a merged label take it over, and with it what is said once for it. */
  of(aligned: AlignedRow, covered: ReadonlySet<Column>): Map<Column, Cell> {
    const labels = new Map<Column, Cell>();
    const outermost = this.#outermost;
    const isNew = outermost !== undefined && (aligned.cells.get(outermost)?.text ?? '') !== '';
    for (const column of this.#columns) {
      if (column.use === 'value') continue;
      const own = aligned.cells.get(column);
      if (own !== undefined && own.text !== '') {
        labels.set(column, own);
        if (column.use === 'label') this.#forgetRightOf(column, covered);
        this.#carried.set(column, own);
        continue;
      }
      const carried = this.#carried.get(column);
      const isShared = !isNew && column.use !== 'period' && column.use !== 'measureName';
      if (carried !== undefined && (covered.has(column) || column.use === 'label' || isShared))
        labels.set(column, carried);
    }
    return labels;
  }

  /** A new name ends the labels merged under the one before, but those whose cell still reaches down beside it. */
  #forgetRightOf(column: Column, covered: ReadonlySet<Column>): void {
    for (const later of this.#columns) {
      if (covered.has(later)) continue;
      if (later.index > column.index && (column === this.#outermost || later.use === 'label'))
        this.#carried.delete(later);
    }
  }
}
