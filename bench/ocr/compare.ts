import type { Block, Box, Cell, Line, Observation, Report, Table } from '../../src/model/index.ts';
import type { Stages } from '../../src/pipeline.ts';
import { editsBetween } from './edits.ts';

/** What each stage of a reading made, and the report as it was checked. */
export type Read = Stages & { readonly report: Report };

/** Of how many, how many. */
export interface Share {
  of: number;
  are: number;
}

/** What a scan was read as, against the same pages with their own text. */
export interface Outcome {
  /** value cells with numbers, and those read with the same value, unit and parts */
  readonly numeric: Share;
  /** of those read otherwise, those that are marked U or carry a finding, or stand in a table said to be unsure */
  readonly marked: Share;
  /** of those read right, those marked U all the same */
  readonly doubted: Share;
  /** characters of prose, and edits from what was read to them */
  readonly prose: Share;
  /** tables, and those with the same rows, columns and spans */
  readonly tables: Share;
  /** observations found in their place, and those with the same indicator */
  readonly names: Share;
  /** one line a difference */
  readonly misses: string[];
}

export const noOutcome = (): Outcome => ({
  numeric: { of: 0, are: 0 },
  marked: { of: 0, are: 0 },
  doubted: { of: 0, are: 0 },
  prose: { of: 0, are: 0 },
  tables: { of: 0, are: 0 },
  names: { of: 0, are: 0 },
  misses: [],
});

/** Fewer characters than these are a label. */
const PROSE_CHARACTERS = 8;
/** Lines of a scan stand within this of where they were printed, in points. */
const NEAR_POINTS = 5;

const folded = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').replaceAll('〜', '~');

/** Compares a scan with its clean pages by where things stand: a scan lies on its paper as the page did, or in its middle. */
export function compare(clean: Read, scan: Read, into: Outcome): void {
  const shifts = shiftsBetween(clean, scan);
  const placed = (page: number, box: Box): Box => {
    const [dx, dy] = shifts.get(page) ?? [0, 0];
    return [box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy];
  };
  compareTables(clean, scan, placed, into);
  compareProse(clean, scan, placed, into);
  compareValues(clean, scan, placed, into);
}

type Placed = (page: number, box: Box) => Box;

function shiftsBetween(clean: Read, scan: Read): Map<number, readonly [number, number]> {
  if (clean.source.kind !== 'drawn' || scan.source.kind !== 'drawn') return new Map();
  const pages = scan.source.pages;
  return new Map(
    clean.source.pages.flatMap(({ number, width, height }) => {
      const other = pages.find((page) => page.number === number);
      return other === undefined
        ? []
        : [[number, [(other.width - width) / 2, (other.height - height) / 2]] as const];
    }),
  );
}

const tablesOf = (blocks: readonly Block[]): Table[] => blocks.filter((block) => block.kind === 'table');
const linesOf = (blocks: readonly Block[]): Line[] => blocks.filter((block) => block.kind === 'line');
const shapeOf = ({ rows, columns, cells }: Table): string =>
  [
    `${rows}x${columns}`,
    ...cells.map((cell) => `${cell.row},${cell.column},${cell.rowSpan},${cell.columnSpan}`).toSorted(),
  ].join(' ');

const isInside = ([x, y]: readonly [number, number], [x0, y0, x1, y1]: Box): boolean =>
  x0 <= x && x <= x1 && y0 <= y && y <= y1;
const middleOf = ([x0, y0, x1, y1]: Box): [number, number] => [(x0 + x1) / 2, (y0 + y1) / 2];

function compareTables(clean: Read, scan: Read, placed: Placed, { tables, misses }: Outcome): void {
  const others = tablesOf(scan.layout.blocks);
  for (const table of tablesOf(clean.layout.blocks)) {
    tables.of += 1;
    const at = placed(table.page, table.box!);
    const other = others.find(
      ({ page, box }) => page === table.page && box !== null && isInside(middleOf(at), box),
    );
    if (other !== undefined && shapeOf(other) === shapeOf(table)) tables.are += 1;
    else
      misses.push(
        `table p${table.page} ${table.rows}x${table.columns} → ${other === undefined ? 'none' : `${other.rows}x${other.columns}`}`,
      );
  }
}

function compareProse(clean: Read, scan: Read, placed: Placed, { prose, misses }: Outcome): void {
  const isProse = (text: string): boolean =>
    folded(text).length >= PROSE_CHARACTERS && /\p{Script=Hiragana}|\p{Script=Han}/u.test(text);
  const count = (page: number, text: string, read: string): void => {
    const edits = editsBetween(folded(text), folded(read));
    prose.of += folded(text).length;
    prose.are += edits;
    if (edits > 0) misses.push(`prose p${page} ${edits} ${folded(text)} → ${folded(read)}`);
  };
  const cells = tablesOf(scan.layout.blocks).flatMap((table) => table.cells);
  for (const cell of tablesOf(clean.layout.blocks).flatMap((table) => table.cells)) {
    if (!isProse(cell.text) || cell.box === null) continue;
    count(cell.page, cell.text, cellAt(cells, cell, placed)?.text ?? '');
  }
  const lines = linesOf(scan.layout.blocks);
  for (const line of linesOf(clean.layout.blocks)) {
    if (!isProse(line.text) || line.box === null) continue;
    const at = placed(line.page, line.box);
    const read = lines.filter(
      ({ page, box }) =>
        page === line.page &&
        box !== null &&
        Math.abs(middleOf(box)[1] - middleOf(at)[1]) <= NEAR_POINTS &&
        box[0] < at[2] &&
        at[0] < box[2],
    );
    count(line.page, line.text, read.map(({ text }) => text).join(''));
  }
}

const cellAt = (cells: readonly Cell[], { page, box }: Cell, placed: Placed): Cell | undefined => {
  const middle = middleOf(placed(page, box!));
  return cells.find((cell) => cell.page === page && cell.box !== null && isInside(middle, cell.box));
};

function compareValues(clean: Read, scan: Read, placed: Placed, into: Outcome): void {
  const { numeric, marked, doubted, names, misses } = into;
  const left = new Set(scan.report.observations);
  for (const value of clean.report.observations) {
    const { page, box } = value.provenance;
    if (box === null) continue;
    const middle = middleOf(placed(page, box));
    const there = [...left].filter(
      ({ provenance }) =>
        provenance.page === page && provenance.box !== null && isInside(middle, provenance.box),
    );
    const other =
      there.find((each) => each.measure === value.measure && isSame(each, value)) ??
      there.find((each) => each.measure === value.measure) ??
      there[0];
    if (other !== undefined) {
      left.delete(other);
      names.of += 1;
      if (folded(other.indicator) === folded(value.indicator)) names.are += 1;
      else misses.push(`name p${page} ${value.indicator} → ${other.indicator}`);
    }
    if (value.kind !== 'quantity' && value.kind !== 'compound') continue;
    numeric.of += 1;
    const isDoubted = other !== undefined && (other.obsStatus === 'U' || other.findings.length > 0);
    if (other !== undefined && isSame(other, value)) {
      numeric.are += 1;
      doubted.of += 1;
      if (other.obsStatus === 'U') doubted.are += 1;
      continue;
    }
    marked.of += 1;
    if (isDoubted) marked.are += 1;
    misses.push(
      `value p${page} ${value.raw} → ${other === undefined ? 'nothing' : `${other.raw} ${other.obsStatus} ${other.provenance.confidence}${other.findings.length > 0 ? ' finding' : ''}`}`,
    );
  }
}

const isSame = (one: Observation, other: Observation): boolean =>
  one.kind === other.kind &&
  one.value === other.value &&
  folded(one.unit ?? '') === folded(other.unit ?? '') &&
  JSON.stringify(one.parts.map(({ value, unit }) => [value, unit])) ===
    JSON.stringify(other.parts.map(({ value, unit }) => [value, unit]));
