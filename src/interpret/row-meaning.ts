import type { Cell, Measure, Period } from '../model/index.ts';
import { cutDepartments, type NamedWithDepartments, readUnit, withoutItemMark } from '../normalize/index.ts';
import {
  type HeaderReading,
  type HeaderUnit,
  headerKey,
  readHeader,
  type Vocabulary,
} from '../vocabulary/index.ts';
import type { Column } from './columns.ts';
import type { GridPlan } from './grid-plan.ts';
import { eraNamedIn, readYear } from './year.ts';

/** A label cell of a row with what it would say as a header. */
interface RowHeader {
  readonly column: Column;
  readonly cell: Cell;
  readonly reading: HeaderReading;
}

/** What the labels of a row say of its values. */
export interface RowMeaning {
  readonly labels: ReadonlyMap<Column, Cell>;
  readonly label: string;
  /** those written in its names: 子育て支援事業【総務課】 */
  readonly departments: readonly string[];
  readonly labelCell: Cell | null;
  readonly period: Period | null;
  /** the years its cells name for one measure: 目標年度 R8 */
  readonly years: ReadonlyMap<Measure, Period>;
  readonly unit: HeaderUnit | null;
  readonly measure: Measure | null;
  /** the word of its measure, where it has no other name */
  readonly measureName: string;
  /** the measure its name ends in, in plain statistics: ③利用実績 */
  readonly namedMeasure: Measure | null;
  readonly pathTail: readonly string[];
  readonly headers: readonly string[];
  /** labels that neither name the row nor place it: words under headers nobody taught */
  readonly unplaced: readonly { readonly column: Column; readonly cell: Cell }[];
  /** its name is a project's, a thing that costs and does not count */
  readonly isProject: boolean;
  /** its name reaches down beside the head: 評価 │ 妥当性 │ 有効性 names the whole, not what is rated */
  readonly isNamedBeside: boolean;
}

/** Names that end in their measure; 立地適正化計画 and 事業評価 do not. */
const NAMES_MEASURE = /(?:見込み?|目標値?|実績値?|増減[数額]?)\s*(?:[(\uFF08][^()\uFF08\uFF09]*[)\uFF09])?$/u;
const CALENDAR_YEARS = /年$|年次$|西暦$/u;

/** Reads what the labels of rows say, one row after another: eras and stacked measures are carried along. */
export class RowLabelReader {
  readonly #plan: GridPlan;
  /** the era last written in the column of years */
  #era: string | null;
  #lastName: Cell | null = null;
  #stackRow = 0;

  constructor(plan: GridPlan) {
    this.#plan = plan;
    this.#era = plan.context.era;
  }

  /** The year a cell of the column of years says. */
  yearIn(text: string, column: Column): Period | null {
    this.#era = eraNamedIn(text) ?? this.#era;
    const isCalendar = column.headers.some((header) => CALENDAR_YEARS.test(header.trim()));
    return readYear(text, this.#era, isCalendar);
  }

  /** @param group the lone cell that names the rows under it */
  read(labels: ReadonlyMap<Column, Cell>, group: readonly string[]): RowMeaning {
    const { vocabulary, era } = this.#plan.context;
    const headers = [...labels]
      .filter(
        ([column, cell]) =>
          column.use === 'label' || column.use === 'measureName' || isNamedInUnits(column, cell),
      )
      .map(
        ([column, cell]): RowHeader => ({ column, cell, reading: readHeader(cell.text, vocabulary, era) }),
      );
    const measure = headers.find((header) => this.#saysMeasure(header));
    const year = headers.find(({ reading, column }) => column.use === 'label' && isYearAlone(reading));
    const placed = headers.filter(
      (header) =>
        (header.column.use === 'label' || header.column.use === 'unit') &&
        header !== year &&
        (header !== measure || this.#plan.archetype === 'statistics'),
    );
    const unnumbered = placed.filter(({ cell }) => !ITEM_NUMBER.test(cell.text.trim()));
    const names = unnumbered.length === 0 ? placed : unnumbered;
    const nearest = names.findLast(({ column }) => column.use === 'unit');
    const before = names.filter(({ column }) => this.#standsBeforeValues(column));
    const named = (before.length === 0 ? names : before).find(
      ({ column }) => column === this.#plan.indicatorColumn,
    );
    const indicator =
      nearest ??
      (named === undefined ? undefined : (beside(named, before) ?? named)) ??
      before.findLast(({ column }) => column.role !== 'activity' && column.role !== 'goal') ??
      names.findLast(({ column }) => column.role !== 'activity' && column.role !== 'goal') ??
      (this.#plan.ratesActivities ? undefined : names.at(-1));
    const isNameless = vocabulary.nameless.has(headerKey(indicator?.cell.text ?? ''));
    const outer = names.filter((header) => header !== indicator && this.#placesRow(header, indicator));
    const years = this.#plan.periodColumn;
    const written = years === undefined ? null : this.yearIn(labels.get(years)?.text ?? '', years);
    const label = parted(
      (isNameless ? this.#plan.context.indicator : null) ??
        indicator?.cell.text ??
        namedByCorner(measure) ??
        this.#plan.context.indicator ??
        this.#namedByTitle(measure),
    );
    const tail = [...group, ...outer.map(({ cell }) => cell.text)].map(parted);
    const isUsed = (header: RowHeader): boolean =>
      header === indicator || outer.includes(header) || header.column.role === 'activity';
    return {
      labels,
      unplaced: names.filter((header) => !isUsed(header)),
      isProject: indicator?.column.role === 'name',
      isNamedBeside: indicator?.column.isBeside === true,
      label: label.name,
      departments: [...new Set([...tail, label].flatMap(({ departments }) => departments))],
      labelCell: indicator?.cell ?? null,
      period: written ?? year?.reading.period ?? measure?.reading.period ?? null,
      years: this.#yearsOf(labels),
      unit:
        measure?.reading.unit ??
        this.#unitOfRow(labels) ??
        indicator?.reading.unit ??
        names.findLast(({ reading }) => reading.unit !== null)?.reading.unit ??
        this.#plan.labelUnit ??
        this.#plan.context.indicatorUnit,
      measure: measure?.reading.measures[0]?.measure ?? this.#stackedMeasure(indicator?.cell ?? null),
      measureName: measure?.cell.text ?? '',
      namedMeasure: NAMES_MEASURE.test(indicator?.cell.text ?? '')
        ? (indicator?.reading.measures[0]?.measure ?? null)
        : null,
      pathTail: tail.map(({ name }) => name),
      headers: [
        ...headers.filter(({ column }) => column.role !== 'activity').map(({ cell }) => cell.text),
        ...(years === undefined ? [] : [labels.get(years)?.text ?? '']),
      ],
    };
  }

  #yearsOf(labels: ReadonlyMap<Column, Cell>): Map<Measure, Period> {
    return new Map(
      this.#plan.yearColumns.flatMap((column): [Measure, Period][] => {
        const period = this.yearIn(labels.get(column)?.text ?? '', column);
        return period === null || column.yearOf === null ? [] : [[column.yearOf, period]];
      }),
    );
  }

  /** Where rows, or columns under years, are only 目標値 and 実績値, the title over the table names what is measured. */
  #namedByTitle(measure: RowHeader | undefined): string {
    const { vocabulary, titles } = this.#plan.context;
    const isPlain = (text: string): boolean => vocabulary.plainMeasures.has(headerKey(text));
    const areRows = measure !== undefined && isPlain(measure.cell.text);
    const areColumns =
      this.#plan.periodColumn !== undefined &&
      this.#plan.values.length > 1 &&
      this.#plan.values.every(({ name }) => isPlain(name));
    if (this.#plan.archetype !== 'kpi' || !(areRows || areColumns)) return '';
    return withoutRole(withoutItemMark(titles[0] ?? ''), vocabulary);
  }

  /** Whether a label beside the indicator's says where the row belongs: its goal, project, group, or part. */
  #placesRow({ column, cell }: RowHeader, indicator: RowHeader | undefined): boolean {
    switch (column.role) {
      case 'goal':
      case 'name':
        return true;
      case 'activity':
        return this.#plan.ratesActivities && column !== this.#plan.activityColumn;
      case 'indicator':
        return indicator?.column.role === 'indicator';
      default:
        if (!this.#standsBeforeValues(column)) return false;
        if (this.#plan.archetype === 'kpi') return indicator?.column.role === 'indicator';
        return this.#plan.archetype === 'statistics' && isOver(cell, column, indicator);
    }
  }

  #standsBeforeValues(column: Column): boolean {
    return column.index < (this.#plan.values[0]?.index ?? Number.POSITIVE_INFINITY);
  }

  /** The measure of this row among those stacked under one name. */
  #stackedMeasure(name: Cell | null): Measure | null {
    this.#stackRow = name !== null && name === this.#lastName ? this.#stackRow + 1 : 0;
    this.#lastName = name;
    return this.#plan.stacked[this.#stackRow] ?? null;
  }

  /** 目標値 | 80 | 85: the measure stands left. In the column of indicators, or where columns say it, it is a name. */
  #saysMeasure({ reading, column, cell }: RowHeader): boolean {
    if (column.isBeside && (isRating(reading) || CYCLE.test(cell.text.normalize('NFKC')))) return false;
    const isName = this.#plan.namesRows || (this.#plan.archetype === 'kpi' && column.role === 'indicator');
    const isChange = this.#plan.archetype === 'statistics' && reading.measures[0]?.measure === 'change';
    return !isName && (reading.match === 'exact' || isChange) && reading.measures.length === 1;
  }

  #unitOfRow(labels: ReadonlyMap<Column, Cell>): HeaderUnit | null {
    const column = this.#plan.columns.find(({ use }) => use === 'unit');
    const cell = column === undefined ? undefined : labels.get(column);
    const text = column === undefined || cell === undefined || isNamedInUnits(column, cell) ? '' : cell.text;
    return text === '' ? null : (readUnit(text) ?? { unit: text, multiplier: 0 });
  }
}

/** 【成果指標】間伐実施面積（ha）, 成果指標：間伐実施面積 without the word that says what it is. */
function withoutRole(title: string, vocabulary: Vocabulary): string {
  const [whole = '', role = ''] = ROLE_BEFORE.exec(title) ?? [];
  const isRole = readHeader(role, vocabulary).role === 'indicator' && whole.length < title.length;
  return isRole ? title.slice(whole.length).trim() : title;
}
const ROLE_BEFORE =
  /^[【〔[(\uFF08]?([^【】〔〕()\uFF08\uFF09:\uFF1A\s]{2,12}?)[①-⑳0-9０-９]?\s*(?:[】〕\])\uFF09][:\uFF1A]?|[:\uFF1A]|\s)\s*/u;

const parted = (text: string): NamedWithDepartments =>
  cutDepartments(text) ?? { name: text, departments: [] };

/** ①, (2), ３ number a row. */
const ITEM_NUMBER = /^(?:[①-⑳]|[(（]?[0-9０-９]{1,2}[)）.．]?)$/u;
/** A drawn name in the column of units, further down where no units are: 事業費 │ 国庫支出金 │ 1,200. */
const isNamedInUnits = ({ use }: Column, { text, box }: Cell): boolean =>
  use === 'unit' && box !== null && text.trim().length > LONGEST_UNIT && readUnit(text) === null;
const LONGEST_UNIT = 3;

/** A drawn cell that reaches down beside several names is what they are of: 年少人口 │ 人数, 割合. */
const isOver = (cell: Cell, column: Column, indicator: RowHeader | undefined): boolean =>
  cell.box !== null && cell.rowSpan > 1 && indicator !== undefined && column.index < indicator.column.index;

/** 活動指標 │ 講座の開催 under one 指標: the first says what kind it is, the second names it. */
const beside = ({ column, reading }: RowHeader, names: readonly RowHeader[]): RowHeader | undefined =>
  reading.role === 'indicator' && reading.match === 'exact'
    ? names.find(
        (other) =>
          other.column.index > column.index && other.column.headerCells.at(-1) === column.headerCells.at(-1),
      )
    : undefined;

const isRating = ({ measures }: HeaderReading): boolean => measures[0]?.measure === 'rating';
/** Over rows that are only 計画額 and 決算額, a word nobody taught in the corner names what they are of: 事業費（百万円）. */
const namedByCorner = (measure: RowHeader | undefined): string | undefined =>
  measure === undefined || measure.column.isKnown || NO_NAME.test(measure.column.name)
    ? undefined
    : measure.column.name;
const NO_NAME = /^$|^[(\uFF08[]?\s*単位/u;
/** 実施（Do）, 評価（Check） beside the rows name a step, not what is measured. */
const CYCLE = /(?:plan|do|check|action|act)\)?$/iu;

const isYearAlone = (reading: HeaderReading): boolean =>
  reading.match === 'exact' &&
  reading.measures.length === 0 &&
  reading.role === null &&
  reading.period !== null;
