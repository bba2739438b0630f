import { rowsOfTable } from '../layout/index.ts';
import type {
  Cell,
  Coverage,
  Heading,
  Line,
  Observation,
  ObsStatus,
  Record,
  RefArea,
  RowSlip,
  Source,
  Table,
  UnknownHeader,
  UnparsedText,
} from '../model/index.ts';
import { readUnit } from '../normalize/index.ts';
import {
  classifyCell,
  type HeadingStyle,
  type Outline,
  type OutlineItem,
  type TablePart,
} from '../outline/index.ts';
import { readHeader, type Vocabulary } from '../vocabulary/index.ts';
import { CoverageLedger } from './coverage.ts';
import { type FormPair, readFormRow } from './form.ts';
import { readGrid } from './grid.ts';
import type { GridContext, GridRow } from './grid-row.ts';
import { placeFinder } from './place-finder.ts';
import { type Draft, type Entry, type Narrative, RecordBuilder, textsOf } from './record-builder.ts';
import { Sheet } from './sheet.ts';
import {
  commonEra,
  isCaption,
  isPlanTitle,
  isUnitCaption,
  moneyMeasureOf,
  periodOfTitles,
  readLegend,
  unitPartOf,
  unitsOfTitles,
} from './surroundings.ts';
import { readValueCell, type ValueCell } from './value-cell.ts';

export interface Interpretation {
  readonly records: Record[];
  readonly observations: Observation[];
  readonly coverage: Coverage;
  readonly unparsed: UnparsedText[];
  readonly unknownHeaders: UnknownHeader[];
  readonly tables: number;
  /** rows whose cells slipped under other headers, read as they were meant */
  readonly slips: readonly RowSlip[];
}

export interface InterpretInput {
  readonly documentId: string;
  readonly refArea: RefArea | null;
  readonly source: Source;
  readonly outline: Outline;
}

/** Titled tables to records and observations: every value cell read through its headers. Throws nothing. */
export function interpret(input: InterpretInput, vocabulary: Vocabulary): Interpretation {
  return new Interpreter(input, vocabulary).run();
}

/** Headings of this rank and above (goals, chapters) never stand inside a sheet. */
const RANK_INSIDE_SHEETS = 40;

/** Walks the outline: forms open and fill sheets, grids give rows, lines give texts; every character is entered in the ledger. */
class Interpreter {
  readonly #input: InterpretInput;
  readonly #vocabulary: Vocabulary;
  readonly #ledger: CoverageLedger;
  readonly #entries: Entry[] = [];
  readonly #unknown: UnknownHeader[] = [];
  readonly #era: string | null;
  readonly #ratingMarks: { [mark: string]: ObsStatus };
  #sheet: Sheet | null = null;
  /** headings above the open sheet, and how every heading is written */
  #sheetHeadings: readonly Heading[] = [];
  readonly #signatures = new Map<Heading, string>();
  /** headings that stand inside sheets: they place blocks, not sheets */
  readonly #inside = new Map<Heading, HeadingStyle>();
  /** texts by the heading they stand under; text on both sides of a table is one */
  readonly #narratives = new Map<Heading | null, Narrative>();
  #lastLines: Line[] = [];
  #tables = 0;

  constructor(input: InterpretInput, vocabulary: Vocabulary) {
    this.#input = input;
    this.#vocabulary = vocabulary;
    this.#ledger = new CoverageLedger(input.source.text);
    this.#era = commonEra(input.source.text);
    this.#ratingMarks = readLegend(input.source.text);
  }

  run(): Interpretation {
    for (const item of this.#input.outline.items) this.#take(item);
    this.#closeSheet();
    this.#ledger.enterMarkup(this.#input.source.text);
    const built = new RecordBuilder(this.#input, this.#entries).build();
    return {
      ...built,
      coverage: this.#ledger.totals(),
      unparsed: this.#ledger.unparsed(placeFinder(this.#input.outline)),
      unknownHeaders: this.#unknown,
      tables: this.#tables,
    };
  }

  #take(item: OutlineItem): void {
    switch (item.kind) {
      case 'running':
        this.#ledger.enter('running', item.line);
        return;
      case 'heading':
        for (const line of item.lines) this.#ledger.enter('heading', line);
        this.#lastLines = [];
        this.#takeHeading(item.heading, item.style);
        return;
      case 'text':
        this.#lastLines.push(item.line);
        this.#takeText(item.path, item.line);
        return;
      case 'table':
        this.#tables += 1;
        this.#takeTable(item.path, item.table, item.parts);
        this.#lastLines = [];
    }
  }

  /** A heading written like one above the sheet ends it; any other is a block of the sheet. */
  #takeHeading(heading: Heading, style: HeadingStyle): void {
    this.#signatures.set(heading, style.signature);
    if (this.#sheet === null) return;
    const isAbove = this.#sheetHeadings.some((outer) => this.#signatures.get(outer) === style.signature);
    if (style.isStructural && (isAbove || style.rank < RANK_INSIDE_SHEETS)) this.#closeSheet();
    else {
      this.#inside.set(heading, style);
      this.#sheet.openBlock(heading.text, style.isStructural);
    }
  }

  #takeText(path: readonly Heading[], line: Line): void {
    if (isUnitCaption(line.text)) {
      this.#ledger.enter('record', line);
      return;
    }
    if (this.#sheet !== null) {
      this.#ledger.enter('record', line);
      this.#sheet.addText(line.text);
      return;
    }
    this.#ledger.enter('narrative', line);
    const heading = path.at(-1) ?? null;
    let narrative = this.#narratives.get(heading);
    if (narrative === undefined) {
      narrative = { path, lines: [] };
      this.#narratives.set(heading, narrative);
      this.#entries.push({ kind: 'narrative', start: heading?.start ?? line.start, narrative });
    }
    narrative.lines.push(line);
  }

  #closeSheet(): void {
    this.#sheet = null;
  }

  #takeTable(path: readonly Heading[], table: Table, parts: readonly TablePart[]): void {
    const rows = rowsOfTable(table);
    let block: Cell | null = null;
    let years: GridContext['sheetPeriods'] = [];
    for (const part of parts) {
      const cells = 'row' in part ? (rows[part.row] ?? []).filter((cell) => cell.text !== '') : [];
      switch (part.kind) {
        case 'running':
          for (const cell of cells) this.#ledger.enter('running', cell);
          break;
        case 'title':
          block = cells[0] ?? null;
          years = [];
          for (const cell of cells) this.#ledger.enter('heading', cell);
          break;
        case 'form':
          this.#takeForm(cells, path, table);
          break;
        case 'note':
          this.#takeNote(cells, path, table);
          break;
        case 'grid': {
          const read = readGrid(
            table,
            rows,
            part.headerRows,
            part.bodyRows,
            this.#gridContext(path, block, years),
          );
          for (const cell of part.headerRows.flatMap((row) => rows[row] ?? []))
            this.#ledger.enter('record', cell);
          this.#takeRows(read.rows, this.#pathOf(path, block), table);
          for (const leftover of read.leftovers) this.#takeNote(leftover, path, table);
          for (const { cell, cells: waiting } of read.unknown)
            this.#unknown.push({ text: cell.text, page: cell.page, line: cell.line, cells: waiting });
          const named = read.columns.flatMap((column) =>
            column.use === 'value' && column.period !== null
              ? [{ column: column.index, period: column.period }]
              : [],
          );
          if (named.length > 0) years = named;
        }
      }
    }
  }

  #takeRows(rows: readonly GridRow[], path: readonly string[], table: Table): void {
    let open: Draft | null = null;
    for (const row of rows) {
      for (const cell of row.cells) this.#ledger.enter('record', cell);
      if (row.labelCell !== null) this.#ledger.enter('record', row.labelCell);
      if (open !== null && row.isContinued) {
        open.rows.push(row);
        continue;
      }
      open = { type: row.kind, rows: [row], path, sheet: this.#sheet, table: table.index };
      const first = row.cells.reduce(
        (least, cell) => Math.min(least, cell.start),
        row.labelCell?.start ?? Number.MAX_SAFE_INTEGER,
      );
      this.#entries.push({ kind: 'draft', start: first, draft: open });
    }
  }

  /** Headings above the table; in a sheet that places itself, what its labels say instead; then the block's title. */
  #pathOf(headings: readonly Heading[], block: Cell | null): string[] {
    const isHeaderWord = block !== null && readHeader(block.text, this.#vocabulary).role === 'indicator';
    const title = block === null || isHeaderWord ? [] : [block.text];
    const sheet = this.#sheet;
    if (sheet === null || !sheet.isNamed) return [...textsOf(headings), ...title];
    const outer = sheet.isPlaced ? [] : textsOf(this.#sheetHeadings);
    const blocks = headings.filter((heading) => this.#inside.get(heading)?.isStructural === true);
    return [...outer, ...sheet.path, ...textsOf(blocks), ...title];
  }

  #gridContext(
    path: readonly Heading[],
    block: Cell | null,
    sheetPeriods: GridContext['sheetPeriods'],
  ): GridContext {
    const headings = textsOf(path);
    const titles = [
      ...headings,
      ...this.#lastLines.map((line) => line.text).filter(isCaption),
      ...(block === null ? [] : [block.text]),
    ].toReversed();
    const unitText = this.#sheet?.unit ?? null;
    const units = unitsOfTitles([
      ...this.#lastLines.slice(-2).map((line) => unitPartOf(line.text)),
      ...titles,
    ]);
    return {
      vocabulary: this.#vocabulary,
      era: this.#era,
      titles,
      units,
      titleMeasure: moneyMeasureOf(titles, units),
      titlePeriod: periodOfTitles(titles, this.#era),
      sheetPeriods,
      indicator: this.#sheet?.indicator ?? null,
      indicatorUnit:
        unitText === null
          ? unitOfLabel(this.#sheet?.indicator ?? null, this.#vocabulary)
          : readUnit(unitText),
      isPlan: isPlanTitle(block?.text ?? headings.at(-1) ?? ''),
      ratingMarks: this.#ratingMarks,
    };
  }

  #takeForm(cells: readonly Cell[], headings: readonly Heading[], table: Table): void {
    for (const pair of readFormRow(cells, this.#vocabulary)) {
      if (this.#sheet === null || (pair.label !== null && this.#sheet.isOpenedAnewBy(pair.labelText))) {
        this.#sheet = new Sheet(this.#vocabulary);
        this.#sheetHeadings = headings.filter((heading) => !this.#inside.has(heading));
        this.#entries.push({
          kind: 'sheet',
          start: cells[0]?.start ?? 0,
          sheet: this.#sheet,
          path: textsOf(this.#sheetHeadings),
        });
      }
      for (const cell of pair.label === null ? pair.cells : [pair.label, ...pair.cells])
        this.#ledger.enter('record', cell);
      if (!this.#takeFormValue(pair, headings, table)) this.#sheet.take(pair);
    }
  }

  /** 基準値 | 85.2％: a value in a form, read through its label. */
  #takeFormValue(pair: FormPair, headings: readonly Heading[], table: Table): boolean {
    const cell = pair.cells[0];
    if (pair.label === null || cell === undefined || this.#sheet === null) return false;
    const label = readHeader(pair.label.text, this.#vocabulary, this.#era);
    const isRated = label.measures[0]?.measure === 'rating' && classifyCell(cell.text) === 'mark';
    const indicator = this.#sheet.indicator ?? (isRated ? pair.label.text : null);
    if (label.match !== 'exact' || label.measures.length !== 1 || indicator === null) return false;
    const unit = label.unit ?? (this.#sheet.unit === null ? null : readUnit(this.#sheet.unit));
    const values = readValueCell(
      cell,
      {
        indicator,
        measures: label.measures,
        period: label.period,
        unit,
        headers: [pair.label.text, indicator],
        pathTail: [],
        era: this.#era,
        ratingMarks: this.#ratingMarks,
        confidence: 1,
        rowTarget: null,
      },
      this.#vocabulary,
    );
    this.#takeRows([formValueRow(cell, indicator, values)], this.#pathOf(headings, null), table);
    this.#sheet.firstCell ??= pair.label;
    const comment = pair.cells.slice(1).map(({ text }) => text);
    if (comment.length > 0) this.#sheet.addText(comment.join(' '));
    return true;
  }

  #takeNote(cells: readonly Cell[], path: readonly Heading[], table: Table): void {
    if (this.#sheet !== null) {
      this.#takeForm(cells, path, table);
      return;
    }
    for (const { page, line, start, end, box, text } of cells) {
      this.#takeText(path, { kind: 'line', page, line, start, end, box, text, heading: null });
    }
  }
}

/** かつお節の生産量（ｔ） */
const unitOfLabel = (label: string | null, vocabulary: Vocabulary) =>
  label === null ? null : readHeader(label, vocabulary).unit;

const formValueRow = (cell: Cell, label: string, values: readonly ValueCell[]): GridRow => ({
  kind: 'indicator',
  cells: [cell],
  label,
  labelCell: null,
  activity: null,
  assessment: null,
  departments: null,
  texts: [],
  pathTail: [],
  values,
  isContinued: false,
  shifted: null,
});
