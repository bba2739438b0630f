import type { Cell } from '../model/index.ts';
import { classifyCell, formLabelKey, isFormLabel, isValueClass } from '../outline/index.ts';
import { readHeader, type Vocabulary } from '../vocabulary/index.ts';

/** A label with the cells that answer it. */
export interface FormPair {
  /** null: the cells go on with the label of the row above */
  readonly label: Cell | null;
  readonly labelText: string;
  readonly cells: readonly Cell[];
}

/** An unknown label is short. */
const LABEL_CHARACTERS = 25;
const BRACKETED_LABEL = /^[(\uFF08]([^()\uFF08\uFF09]{2,12})[)\uFF09]\s*/u;

/**
 * Reads a row of label and value cells.
 *
 *     事務事業名 | 移住促進事業 | 担当課 | 商工観光課      two pairs
 *                | (今後の課題) 窓口の周知が要る。         a label in brackets before its text
 */
export function readFormRow(cells: readonly Cell[], vocabulary: Vocabulary): FormPair[] {
  const pairs: { label: Cell | null; labelText: string; cells: Cell[] }[] = [];
  for (const [at, cell] of cells.entries()) {
    if (cell.text === '') continue;
    if (isLabel(cell, cells[at + 1], vocabulary)) {
      pairs.push({ label: cell, labelText: cell.text, cells: [] });
      continue;
    }
    const bracketed = BRACKETED_LABEL.exec(cell.text);
    if (bracketed !== null && isFormLabel(bracketed[1] ?? '', vocabulary)) {
      pairs.push({ label: null, labelText: bracketed[1] ?? '', cells: [cell] });
      continue;
    }
    const [head = '', value] = splitLabel(cell.text, vocabulary);
    if (value !== undefined) {
      pairs.push({ label: null, labelText: head, cells: [cell] });
      continue;
    }
    const open = pairs.at(-1);
    if (open !== undefined) open.cells.push(cell);
    else if (at === 0 && cell.column === 0 && cells.length > 1 && cell.text.length <= LABEL_CHARACTERS)
      pairs.push({ label: cell, labelText: cell.text, cells: [] });
    else pairs.push({ label: null, labelText: '', cells: [cell] });
  }
  return pairs;
}

function isLabel(cell: Cell, next: Cell | undefined, vocabulary: Vocabulary): boolean {
  if (cell.isHeader || isFormLabel(cell.text, vocabulary)) return true;
  const bracketed = BRACKETED_LABEL.exec(cell.text);
  if (bracketed !== null && bracketed[0].length === cell.text.length) return true;
  if (next === undefined || !isValueClass(classifyCell(next.text))) return false;
  const reading = readHeader(cell.text, vocabulary);
  return reading.match === 'exact' && reading.measures.length === 1;
}

/** 事業の方向性 拡大: a converter joined the label with its answer. */
function splitLabel(text: string, vocabulary: Vocabulary): string[] {
  const [head = '', ...rest] = text.split(/\s+/u);
  const use = vocabulary.labels.get(formLabelKey(head));
  const isJoined = rest.length === 1 && (use === 'direction' || use === 'finance' || use === 'staff');
  return isJoined ? [head, rest.join(' ')] : [];
}

/** The text of a form's cell without the label before it. */
export function withoutLabel(text: string, vocabulary: Vocabulary): string {
  return splitLabel(text, vocabulary)[1] ?? text.replace(BRACKETED_LABEL, '');
}

/** The key a form's label is looked up by. */
export const labelOf = (text: string): string => formLabelKey(text);
