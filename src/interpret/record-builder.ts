import type { Cell, Heading, LabelledText, Line, Observation, Record, RowSlip } from '../model/index.ts';
import { labelKey } from '../normalize/index.ts';
import type { Footnotes } from './footnotes.ts';
import type { GridRow } from './grid-row.ts';
import type { Interpretation, InterpretInput } from './index.ts';
import type { Sheet } from './sheet.ts';
import type { ValueCell } from './value-cell.ts';

/** Rows that become one record. */
export interface Draft {
  readonly type: 'indicator' | 'activity' | 'statistics';
  readonly rows: GridRow[];
  readonly path: readonly string[];
  readonly sheet: Sheet | null;
  readonly table: number;
}

/** Text under a heading. */
export interface Narrative {
  /** its own heading last */
  readonly path: readonly Heading[];
  readonly lines: Line[];
}

/** What becomes a record, with the place it begins at. */
export type Entry = { readonly start: number } & (
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'sheet'; readonly sheet: Sheet; readonly path: readonly string[] }
  | { readonly kind: 'narrative'; readonly narrative: Narrative }
);

/** Ids of what belongs to a sheet. */
interface SheetParts {
  readonly indicators: string[];
  readonly finances: string[];
  readonly observations: string[];
}

/** Turns drafts into records and observations, in source order, with ids that stay. */
export class RecordBuilder {
  readonly #input: InterpretInput;
  readonly #entries: readonly Entry[];
  readonly #footnotes: Footnotes;
  readonly #observations: Observation[] = [];
  readonly #records: Record[] = [];
  readonly #slips: RowSlip[] = [];
  readonly #ids = new Set<string>();

  constructor(input: InterpretInput, entries: readonly Entry[], footnotes: Footnotes) {
    this.#input = input;
    this.#entries = entries;
    this.#footnotes = footnotes;
  }

  build(): Pick<Interpretation, 'records' | 'observations' | 'slips'> {
    const sheets = new Map<Sheet, SheetParts>();
    for (const entry of this.#entries)
      if (entry.kind === 'sheet') sheets.set(entry.sheet, { indicators: [], finances: [], observations: [] });
    for (const entry of [...this.#entries].sort((a, b) => a.start - b.start)) {
      if (entry.kind === 'draft') {
        const record = this.#draft(entry.draft, entry.start);
        const sheet = entry.draft.sheet === null ? undefined : sheets.get(entry.draft.sheet);
        for (const observation of record.observations) sheet?.observations.push(observation);
        if (record.type === 'indicator') sheet?.indicators.push(record.id);
        else if (record.type === 'statistics') sheet?.finances.push(record.id);
      } else if (entry.kind === 'narrative') this.#narrative(entry.narrative);
      else this.#sheet(entry.sheet, entry.path, entry.start, sheets.get(entry.sheet));
    }
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
    const texts = [...draft.rows.flatMap((row) => row.texts), ...this.#notesOn(draft)];
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

  /** The footnotes on the cells of a draft's rows and on the headers over and beside them. */
  #notesOn({ rows, table }: Draft): LabelledText[] {
    const texts = rows.flatMap((row) => [
      ...row.values.flatMap(({ headers }) => headers),
      ...(row.labelCell === null ? [] : [row.labelCell.text]),
      ...row.cells.map(({ text }) => text),
    ]);
    return this.#footnotes.of(table, texts);
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
      source: this.#input.pageSources[cell.page - 1] ?? 'text',
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

  /** A sheet stands before its rows; the lists of their ids fill as they are built. A form without a name takes its heading's. */
  #sheet(sheet: Sheet, headings: readonly string[], start: number, parts: SheetParts | undefined): void {
    const path = sheet.isPlaced || headings.length === 0 ? sheet.path : [...headings, ...sheet.path];
    if (sheet.firstCell === null) return;
    this.#records.push({
      type: 'sheet',
      id: this.#id('s', start),
      documentId: this.#input.documentId,
      path: path.slice(0, path.lastIndexOf(sheet.name)),
      provenance: this.#provenance(sheet.firstCell, null, [], 1),
      observations: parts?.observations ?? [],
      name: sheet.name === '' ? (path.at(-1) ?? '') : sheet.name,
      departments: sheet.departments,
      overview: sheet.overview,
      activities: sheet.activities,
      texts: [...sheet.texts, ...sheet.notes],
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
        source: this.#input.pageSources[first.page - 1] ?? 'text',
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

/** The texts of headings, outermost first. */
export const textsOf = (headings: readonly Heading[]): string[] => headings.map((heading) => heading.text);
