import type {
  Cell,
  Coverage,
  Heading,
  Line,
  Observation,
  ObsStatus,
  Period,
  Record,
  RefArea,
  Source,
  SourceSpan,
  Table,
  UnknownHeader,
  UnparsedText,
} from '../model/index.ts';
import { findPeriods, labelKey, readUnit } from '../normalize/index.ts';
import type { HeadingStyle, Outline, OutlineItem, TablePart } from '../outline/index.ts';
import { type HeaderUnit, readHeader, type Vocabulary } from '../vocabulary/index.ts';
import { CoverageLedger } from './coverage.ts';
import { type FormPair, readFormRow } from './form.ts';
import { type GridContext, type GridRow, readGrid } from './grid.ts';
import { Sheet } from './sheet.ts';
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

/** A row whose cells stood under other headers than they were meant for. */
export interface RowSlip {
  readonly recordId: string;
  readonly observationIds: readonly string[];
  readonly page: number;
  readonly line: number | null;
  readonly columns: number;
  /** headers of columns whose value is lost in the source */
  readonly lost: readonly string[];
  /** the row as it should stand: header → cell */
  readonly row: { readonly [header: string]: string };
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

interface Draft {
  readonly type: 'indicator' | 'activity' | 'statistics';
  readonly rows: GridRow[];
  readonly path: readonly string[];
  readonly sheet: Sheet | null;
  readonly table: number;
}

interface Narrative {
  /** its own heading last */
  readonly path: readonly Heading[];
  readonly lines: Line[];
}

type Entry = { readonly start: number } & (
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'sheet'; readonly sheet: Sheet; readonly path: readonly string[] }
  | { readonly kind: 'narrative'; readonly narrative: Narrative }
);

/** Headings of this rank and above (goals, chapters) never stand inside a sheet. */
const RANK_INSIDE_SHEETS = 40;
const ERA = /令和|平成|昭和/gu;
const RATING_LEGEND = /(?:^|[\s　])([-－—―‐×△])\s*[:\uFF1A]\s*([^\s◎○△×]{2,20})/gu;
const NOT_YET = /集計中|調査中|未確定|未集計|困難|未公表|測定不能/u;
/** A line that only says the unit of the table under it. */
const UNIT_CAPTION = /^[(\uFF08[]?\s*単位\s*[:\uFF1A]?\s*\S{1,8}$/u;
const UNIT_LINE = /単位\s*[:\uFF1A]?\s*([^\s)\uFF09]{1,8})/u;

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
      this.#sheet.setLabel(heading.text);
    }
  }

  #takeText(path: readonly Heading[], line: Line): void {
    if (UNIT_CAPTION.test(line.text)) {
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
    let block: Cell | null = null;
    let years: GridContext['sheetPeriods'] = [];
    for (const part of parts) {
      const cells =
        'row' in part ? table.cells.filter((cell) => cell.row === part.row && cell.text !== '') : [];
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
          const read = readGrid(table, part.headerRows, part.bodyRows, this.#gridContext(path, block, years));
          for (const cell of table.cells)
            if (part.headerRows.includes(cell.row)) this.#ledger.enter('record', cell);
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
      ...this.#lastLines.map((line) => line.text),
      ...(block === null ? [] : [block.text]),
    ].toReversed();
    const unitText = this.#sheet?.unit ?? null;
    return {
      vocabulary: this.#vocabulary,
      era: this.#era,
      unit: unitOfTitles(titles),
      titlePeriod: periodOfTitles(titles, this.#era),
      sheetPeriods,
      indicator: this.#sheet?.indicator ?? null,
      indicatorUnit: unitText === null ? null : readUnit(unitText),
      isPlan: /計画|目標/u.test(block?.text ?? headings.at(-1) ?? ''),
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
    const indicator = this.#sheet.indicator;
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
        isLost: false,
        rowTarget: null,
      },
      this.#vocabulary,
    );
    this.#takeRows([formValueRow(cell, indicator, values)], this.#pathOf(headings, null), table);
    this.#sheet.cells.push(pair.label, cell);
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

/** The era most named: what a bare 5年度 means. */
function commonEra(text: string): string | null {
  const counts = new Map<string, number>();
  for (const [era] of text.matchAll(ERA)) counts.set(era, (counts.get(era) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** What the report says its marks mean where no value can be given: －：集計中. */
function readLegend(text: string): { [mark: string]: ObsStatus } {
  const marks: { [mark: string]: ObsStatus } = {};
  for (const [, mark, meaning] of text.matchAll(RATING_LEGEND)) {
    if (mark === undefined || !NOT_YET.test(meaning ?? '')) continue;
    if (/[×△]/u.test(mark)) continue;
    for (const dash of ['-', '－', '—', '―', '‐', '−', 'ー']) marks[dash] = 'O';
  }
  return marks;
}

function unitOfTitles(titles: readonly string[]): HeaderUnit | null {
  for (const title of titles.slice(0, 3)) {
    const named = UNIT_LINE.exec(title)?.[1];
    const bracketed = /[(\uFF08]([^()\uFF08\uFF09]{1,8})[)\uFF09]\s*$/u.exec(title)?.[1];
    for (const text of [named, bracketed]) {
      const unit = text === undefined ? null : readUnit(text);
      if (unit !== null) return unit;
    }
  }
  return null;
}

function periodOfTitles(titles: readonly string[], era: string | null): Period | null {
  for (const title of titles) {
    const found = findPeriods(title, { era });
    if (found.length === 1) return found[0]?.period ?? null;
    if (found.length > 1) return null;
  }
  return null;
}

function placeFinder(outline: Outline): (start: number) => { page: number; line: number | null } {
  const spans: SourceSpan[] = outline.items.flatMap((item): SourceSpan[] =>
    item.kind === 'table' ? [...item.table.cells] : item.kind === 'heading' ? [...item.lines] : [item.line],
  );
  spans.sort((a, b) => a.start - b.start);
  return (start) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const span = spans[Math.max(0, low - 1)];
    return { page: span?.page ?? 1, line: span?.line ?? null };
  };
}

/** Turns drafts into records and observations, in source order, with ids that stay. */
class RecordBuilder {
  readonly #input: InterpretInput;
  readonly #entries: readonly Entry[];
  readonly #observations: Observation[] = [];
  readonly #records: Record[] = [];
  readonly #slips: RowSlip[] = [];
  readonly #ids = new Set<string>();

  constructor(input: InterpretInput, entries: readonly Entry[]) {
    this.#input = input;
    this.#entries = entries;
  }

  build(): Pick<Interpretation, 'records' | 'observations' | 'slips'> {
    const sheets = new Map<Sheet, { indicators: string[]; finances: string[]; observations: string[] }>();
    for (const entry of this.#entries)
      if (entry.kind === 'sheet') sheets.set(entry.sheet, { indicators: [], finances: [], observations: [] });
    const later: (() => void)[] = [];
    for (const entry of [...this.#entries].sort((a, b) => a.start - b.start)) {
      if (entry.kind === 'draft') {
        const record = this.#draft(entry.draft, entry.start);
        const sheet = entry.draft.sheet === null ? undefined : sheets.get(entry.draft.sheet);
        sheet?.observations.push(...record.observations);
        if (record.type === 'indicator') sheet?.indicators.push(record.id);
        else if (record.type === 'statistics') sheet?.finances.push(record.id);
      } else if (entry.kind === 'narrative') this.#narrative(entry.narrative);
      else if (entry.sheet.isNamed) {
        const at = this.#records.length;
        later.push(() => this.#sheet(entry.sheet, entry.path, entry.start, at, sheets.get(entry.sheet)));
      }
    }
    for (const finish of later.toReversed()) finish();
    return { records: this.#records, observations: this.#observations, slips: this.#slips };
  }

  #id(kind: string, start: number): string {
    let id = `${this.#input.documentId}-${kind}${start}`;
    for (let again = 2; this.#ids.has(id); again += 1)
      id = `${this.#input.documentId}-${kind}${start}-${again}`;
    this.#ids.add(id);
    return id;
  }

  #draft(draft: Draft, start: number): Record {
    const id = this.#id('r', start);
    const first = draft.rows[0] as GridRow;
    const own = draft.rows.flatMap((row) => row.values.map((value) => this.#observe(value, row, draft, id)));
    for (const row of draft.rows) this.#slip(row, id, own);
    const of = (measure: Observation['measure']): string[] =>
      own.filter((observation) => observation.measure === measure).map((observation) => observation.id);
    const departments = [
      ...new Set(draft.rows.flatMap((row) => row.departments ?? draft.sheet?.departments ?? [])),
    ];
    const labels = first.labelCell ?? first.cells[0];
    const common = {
      id,
      documentId: this.#input.documentId,
      path: [...draft.path, ...first.pathTail],
      provenance: this.#provenance(labels ?? (first.values[0] as ValueCell).cell, draft.table, [], 1),
      observations: own.map((observation) => observation.id),
    };
    const texts = draft.rows.flatMap((row) => row.texts);
    let record: Record;
    if (draft.type === 'activity') {
      record = {
        type: 'activity',
        ...common,
        name: first.label,
        activity: first.activity ?? '',
        indicator: first.label === '' ? null : first.label,
        actuals: of('actual'),
        assessment: first.assessment,
        departments,
        texts,
      };
    } else if (draft.type === 'indicator') {
      record = {
        type: 'indicator',
        ...common,
        name: first.label,
        level: levelOf(draft),
        baseline: of('baseline')[0] ?? null,
        targets: of('target'),
        actuals: of('actual'),
        achievementRates: of('achievementRate'),
        ratings: of('rating'),
        departments,
        texts,
      };
    } else record = { type: 'statistics', ...common, name: first.label, texts };
    this.#records.push(record);
    return record;
  }

  #observe(value: ValueCell, row: GridRow, draft: Draft, recordId: string): Observation {
    const { cell } = value;
    const observation: Observation = {
      id: this.#id('o', value.start),
      documentId: this.#input.documentId,
      recordId,
      refArea: this.#input.refArea,
      path: [...draft.path, ...value.pathTail],
      activity: row.activity,
      indicator: value.indicator,
      indicatorKey: labelKey(value.indicator),
      measure: value.measure,
      timePeriod: value.period,
      raw: value.raw,
      ...value.reading,
      departments: [...(row.departments ?? draft.sheet?.departments ?? [])],
      provenance: {
        ...this.#provenance(cell, draft.table, value.headers, value.confidence),
        start: value.start,
        end: value.end,
      },
      findings: [],
    };
    this.#observations.push(observation);
    return observation;
  }

  #provenance(
    cell: Cell,
    table: number | null,
    headers: readonly string[],
    confidence: number,
  ): Observation['provenance'] {
    return {
      source: this.#input.source.pages[cell.page - 1]?.source ?? 'text',
      page: cell.page,
      line: cell.line,
      start: cell.start,
      end: cell.end,
      box: cell.box,
      table,
      row: cell.row,
      column: cell.column,
      headers: [...headers],
      confidence,
    };
  }

  #slip(row: GridRow, recordId: string, observations: readonly Observation[]): void {
    const slip = row.shifted;
    if (slip === null) return;
    const cells = [...slip.cells].sort(([a], [b]) => a.index - b.index);
    const place = row.cells[0] ?? row.labelCell;
    const starts = new Set(row.values.map((value) => value.start));
    this.#slips.push({
      recordId,
      observationIds: observations
        .filter((observation) => starts.has(observation.provenance.start))
        .map((observation) => observation.id),
      page: place?.page ?? 1,
      line: place?.line ?? null,
      columns: slip.shifted,
      lost: slip.lost.map((column) => column.headers.join(' ')),
      row: Object.fromEntries(cells.map(([column, cell]) => [column.headers.join(' '), cell.text])),
    });
  }

  #sheet(
    sheet: Sheet,
    headings: readonly string[],
    start: number,
    at: number,
    parts: { indicators: string[]; finances: string[]; observations: string[] } | undefined,
  ): void {
    const path = sheet.isPlaced ? sheet.path : [...headings, ...sheet.path];
    const first = sheet.cells[0];
    if (first === undefined) return;
    this.#records.splice(at, 0, {
      type: 'sheet',
      id: this.#id('s', start),
      documentId: this.#input.documentId,
      path: path.slice(0, -1),
      provenance: this.#provenance(first, null, [], 1),
      observations: parts?.observations ?? [],
      name: sheet.name,
      departments: sheet.departments,
      overview: sheet.overview,
      activities: sheet.activities,
      texts: sheet.texts,
      direction: sheet.direction,
      resources: sheet.resources,
      links: sheet.links,
      indicators: parts?.indicators ?? [],
      finances: parts?.finances ?? [],
    });
  }

  #narrative({ path, lines }: Narrative): void {
    const first = path.at(-1) ?? (lines[0] as Line);
    const last = lines.at(-1) as Line;
    this.#records.push({
      type: 'narrative',
      id: this.#id('n', first.start),
      documentId: this.#input.documentId,
      path: textsOf(path.slice(0, -1)),
      provenance: {
        source: this.#input.source.pages[first.page - 1]?.source ?? 'text',
        page: first.page,
        line: first.line,
        start: first.start,
        end: last.end,
        box: null,
        table: null,
        row: null,
        column: null,
        headers: [],
        confidence: 1,
      },
      observations: [],
      name: path.at(-1)?.text ?? '',
      text: lines.map((line) => line.text).join('\n'),
    });
  }
}

function levelOf(draft: Draft): 'goal' | 'measure' | 'project' {
  if (draft.sheet?.isProject === true) return 'project';
  return draft.path.some((heading) => /施策|方針|取組/u.test(heading))
    ? 'measure'
    : /^(?:基本目標|横断)/u.test(draft.path.at(-1) ?? '')
      ? 'goal'
      : 'measure';
}

const textsOf = (headings: readonly Heading[]): string[] => headings.map((heading) => heading.text);
