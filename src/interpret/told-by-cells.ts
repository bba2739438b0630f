import type { Table } from '../model/index.ts';
import { classifyCell } from '../outline/index.ts';
import { readHeader, type Vocabulary } from '../vocabulary/index.ts';
import type { Column } from './columns.ts';

/**
 * Columns of labels whose cells say what they are: words of measures, or units beside names.
 *
 *     指標                        │ R5  │ R6        one header over three columns
 *     相談件数 │ 件 │ 目標        │ 120 │ 130
 *              │    │ 実績        │ 118 │ 141
 */
export function toldByCells(
  columns: readonly Column[],
  table: Table,
  bodyRows: readonly number[],
  vocabulary: Vocabulary,
): Column[] {
  const rows = new Set(bodyRows);
  const textsOf = ({ index }: Column): string[] =>
    table.cells
      .filter((cell) => cell.column === index && rows.has(cell.row) && cell.text !== '')
      .map(({ text }) => text);
  return columns.map((column, at) => {
    if ((column.use !== 'label' && column.use !== 'period') || column.isBeside) return column;
    const names = columns
      .slice(0, at)
      .filter(({ use, isBeside }) => (use === 'label' || use === 'period') && !isBeside);
    const texts = textsOf(column);
    if (names.length === 0) return column;
    if (areMeasures(texts, vocabulary))
      return { ...column, use: 'measureName', role: 'measureName', isKnown: true };
    return areUnits(texts) ? { ...column, use: 'unit', role: 'unit', isKnown: true } : column;
  });
}

function areMeasures(texts: readonly string[], vocabulary: Vocabulary): boolean {
  const measures = texts.map((text) => {
    const { match, measures: said, period } = readHeader(text, vocabulary);
    return match === 'exact' && said.length === 1 && period === null ? said[0]?.measure : undefined;
  });
  return measures.every((measure) => measure !== undefined) && new Set(measures).size > 1;
}

const areUnits = (texts: readonly string[]): boolean =>
  texts.length > 0 && texts.filter((text) => classifyCell(text) === 'unit').length * 5 >= texts.length * 4;
