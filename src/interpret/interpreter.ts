import { rowsOfTable } from '../layout/index.ts';
import type { Cell, Heading, Line, ObsStatus, Period, Table, UnknownHeader } from '../model/index.ts';
import { readUnit } from '../normalize/index.ts';
import type { OutlineItem, TablePart } from '../outline/index.ts';
import { type HeaderUnit, readHeader, type Vocabulary } from '../vocabulary/index.ts';
import { chosenIn } from './choices.ts';
import { CoverageLedger } from './coverage.ts';
import { type Footnotes, tieFootnotes } from './footnotes.ts';
import { readFormRow } from './form.ts';
import { readFormValue } from './form-value.ts';
import { readGrid } from './grid.ts';
import type { GridContext, GridRow } from './grid-row.ts';
import type { Interpretation, InterpretInput } from './index.ts';
import { OpenSheet } from './open-sheet.ts';
import { placeFinder } from './place-finder.ts';
import { type Draft, type Entry, type Narrative, RecordBuilder, textsOf } from './record-builder.ts';
import type { Sheet } from './sheet.ts';
import {
  isCaption,
  isPlanTitle,
  isUnitCaption,
  moneyMeasureOf,
  periodOfTitles,
  readLegend,
  unitPartOf,
  unitsOfTitles,
} from './surroundings.ts';

/** Lines right above a table that may explain its rows. */
const LEGEND_LINES = 4;

/** Walks the outline: forms open and fill sheets, grids give rows, lines give texts; every character is entered in the ledger. */
export class Interpreter {
  readonly #input: InterpretInput;
  readonly #vocabulary: Vocabulary;
  readonly #ledger: CoverageLedger;
  readonly #entries: Entry[] = [];
  readonly #unknown: UnknownHeader[] = [];
  readonly #era: string | null;
  readonly #ratingMarks: { [mark: string]: ObsStatus };
  readonly #open: OpenSheet;
  /** texts by the heading they stand under; text on both sides of a table is one */
  readonly #narratives = new Map<Heading | null, Narrative>();
  readonly #footnotes: Footnotes;
  #lastLines: Line[] = [];
  /** the lines over a table that may say its unit; what is drawn right under it shares them */
  #unitLines: readonly Line[] = [];
  /** the captions of the drawn page being read, the last first: what they say holds for tables that say nothing themselves */
  #page: { readonly number: number; readonly captions: string[]; units: readonly HeaderUnit[] } = {
    number: 0,
    captions: [],
    units: [],
  };
  /** the periods drawn titles have named; where it is one, amounts on later pages that say none go on in it */
  readonly #titlePeriods = new Map<string, Period>();
  #tables = 0;

  constructor(input: InterpretInput, vocabulary: Vocabulary) {
    this.#input = input;
    this.#vocabulary = vocabulary;
    this.#open = new OpenSheet(vocabulary);
    this.#ledger = new CoverageLedger(input.text);
    this.#era = vocabulary.era;
    this.#ratingMarks = readLegend(input.text);
    this.#footnotes = tieFootnotes(input.outline.items);
  }

  run(): Interpretation {
    for (const item of this.#input.outline.items) this.#take(item);
    this.#ledger.enterMarkup(this.#input.text);
    const built = new RecordBuilder(this.#input, this.#entries, this.#footnotes).build();
    return {
      ...built,
      coverage: this.#ledger.totals(),
      unparsed: this.#ledger.unparsed(placeFinder(this.#input.outline)),
      unknownHeaders: this.#unknown,
      tables: this.#tables,
    };
  }

  #take(item: OutlineItem): void {
    if (item.kind === 'heading') for (const line of item.lines) this.#noteLine(line);
    else if (item.kind === 'table') this.#notePage(item.table);
    else this.#noteLine(item.line);
    switch (item.kind) {
      case 'running':
        this.#ledger.enter('running', item.line);
        return;
      case 'heading':
        for (const line of item.lines) this.#ledger.enter('heading', line);
        this.#lastLines = [];
        this.#unitLines = [];
        this.#open.takeHeading(item.heading, item.style);
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

  #notePage({ page, box }: Line | Table): void {
    if (box !== null && page !== this.#page.number) this.#page = { number: page, captions: [], units: [] };
  }

  #noteLine(line: Line): void {
    this.#notePage(line);
    if (line.box === null) return;
    if (isCaption(line.text)) this.#page.captions.unshift(line.text);
    if (isUnitCaption(line.text)) this.#page.units = unitsOfTitles([line.text]);
  }

  #takeText(path: readonly Heading[], line: Line): void {
    if (isUnitCaption(line.text) || this.#footnotes.has(line)) {
      this.#ledger.enter('record', line);
      return;
    }
    if (this.#open.sheet !== null) {
      this.#ledger.enter('record', line);
      this.#open.sheet.addText(line.text);
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

  #takeTable(path: readonly Heading[], table: Table, parts: readonly TablePart[]): void {
    const sharesUnit = this.#lastLines.length === 0 && table.box !== null;
    if (!sharesUnit) this.#unitLines = this.#lastLines.slice(-2);
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
          this.#takeForm(this.#chosenIn(rows[part.row] ?? []) ?? cells, path, table);
          break;
        case 'note':
          this.#takeNote(cells, path, table);
          break;
        case 'grid': {
          this.#open.sheet?.endOpening();
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
      open = { type: row.kind, rows: [row], path, sheet: this.#open.sheet, table: table.index };
      const first = row.cells.reduce(
        (least, cell) => Math.min(least, cell.start),
        row.labelCell?.start ?? Number.MAX_SAFE_INTEGER,
      );
      this.#entries.push({ kind: 'draft', start: first, draft: open });
    }
  }

  /** The path of a table's block: that of its table and the block's title, unless that only repeats a header's word. */
  #pathOf(headings: readonly Heading[], block: Cell | null): string[] {
    const isHeaderWord = block !== null && readHeader(block.text, this.#vocabulary).role === 'indicator';
    return [...this.#open.pathOf(headings), ...(block === null || isHeaderWord ? [] : [block.text])];
  }

  #titlePeriod(titles: readonly string[], units: readonly HeaderUnit[]): Period | null {
    const named = periodOfTitles(titles, this.#era) ?? periodOfTitles(this.#page.captions, this.#era);
    if (this.#page.number === 0) return named;
    if (named !== null) this.#titlePeriods.set(`${named.start} ${named.end}`, named);
    const isMoney = units.some(({ unit }) => unit === '円');
    const [sole, ...others] = this.#titlePeriods.values();
    return named ?? (isMoney && others.length === 0 ? (sole ?? null) : null);
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
    const sheet = this.#open.sheet;
    const units = unitsOfTitles([...this.#unitLines.map((line) => unitPartOf(line.text)), ...titles]);
    return {
      vocabulary: this.#vocabulary,
      era: this.#era,
      titles,
      pageTitles: this.#page.captions,
      legends: [...titles.slice(0, 3), ...this.#lastLines.slice(-LEGEND_LINES).map(({ text }) => text)],
      units,
      pageUnits: this.#page.units,
      titleMeasure: moneyMeasureOf(titles, units) ?? moneyMeasureOf(this.#page.captions, units),
      titlePeriod: this.#titlePeriod(titles, units),
      sheetPeriods,
      indicator: sheet?.indicator ?? null,
      indicatorUnit: sheet === null ? null : unitOfSheet(sheet, this.#vocabulary),
      isPlan: isPlanTitle(block?.text ?? headings.at(-1) ?? ''),
      ratingMarks: this.#ratingMarks,
    };
  }

  /** The cells of a row of options without those that were not chosen; null where it has no options. */
  #chosenIn(row: readonly Cell[]): Cell[] | null {
    const found = chosenIn(row);
    for (const cell of found?.dropped ?? []) this.#ledger.enter('record', cell);
    return found?.kept ?? null;
  }

  #takeForm(cells: readonly Cell[], headings: readonly Heading[], table: Table): void {
    const context = {
      vocabulary: this.#vocabulary,
      era: this.#era,
      ratingMarks: this.#ratingMarks,
      period: periodOfTitles(textsOf(headings).toReversed(), this.#era) ?? this.#vocabulary.year,
    };
    for (const pair of readFormRow(cells, this.#vocabulary)) {
      const { sheet, path } = this.#open.sheetFor(pair, headings);
      if (path !== null) this.#entries.push({ kind: 'sheet', start: cells[0]?.start ?? 0, sheet, path });
      for (const cell of pair.label === null ? pair.cells : [pair.label, ...pair.cells])
        this.#ledger.enter('record', cell);
      const row = readFormValue(pair, sheet, context);
      if (row === null) sheet.take(pair);
      else {
        this.#takeRows([row], this.#pathOf(headings, null), table);
        sheet.takeValue(pair);
      }
      sheet.addNotes(
        this.#footnotes.of(table.index, [pair.labelText, ...pair.cells.map(({ text }) => text)]),
      );
    }
  }

  #takeNote(cells: readonly Cell[], path: readonly Heading[], table: Table): void {
    if (cells.some((cell) => this.#footnotes.has(cell))) {
      for (const cell of cells) this.#ledger.enter('record', cell);
      return;
    }
    if (this.#open.sheet !== null) {
      this.#takeForm(cells, path, table);
      return;
    }
    for (const { page, line, start, end, box, text } of cells) {
      this.#takeText(path, { kind: 'line', page, line, start, end, box, text, heading: null });
    }
  }
}

/** A form's 単位, or the unit in the name of its indicator: かつお節の生産量（ｔ）. */
const unitOfSheet = ({ unit, indicator }: Sheet, vocabulary: Vocabulary): HeaderUnit | null =>
  unit === null ? (indicator === null ? null : readHeader(indicator, vocabulary).unit) : readUnit(unit);
