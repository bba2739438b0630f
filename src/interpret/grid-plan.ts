import type { Measure } from '../model/index.ts';
import { type HeaderUnit, readHeader } from '../vocabulary/index.ts';
import type { Archetype } from './archetype.ts';
import type { Column } from './columns.ts';
import type { GridContext } from './grid-row.ts';
import { moneyMeasureOf } from './surroundings.ts';

/** What is known of a grid before its rows are read: which column does what, and what kind of table it is. */
export interface GridPlan {
  readonly columns: readonly Column[];
  readonly values: readonly Column[];
  readonly archetype: Archetype;
  readonly context: GridContext;
  readonly indicatorColumn: Column | null;
  readonly periodColumn: Column | undefined;
  /** columns that say the years of one measure of their row: 基準年度 beside 基準値 */
  readonly yearColumns: readonly Column[];
  readonly isCount: boolean;
  /** the column of what was done; the last, where a name stands before it */
  readonly activityColumn: Column | undefined;
  /** a table of activities that are only rated: 具体的施策 | 実施内容 | 評価 */
  readonly ratesActivities: boolean;
  /** every value column has its measure and there is one label: a 総合評価 there is a name */
  readonly namesRows: boolean;
  /** rows are indicators and columns things: 施策の項目 | 中部 | 東部 */
  readonly countsRows: boolean;
  /** measures of the rows of one indicator, where the head says so: 上段：目標／下段：実績 */
  readonly stacked: readonly Measure[];
  /** a unit in the head of the row names: （単位：人） */
  readonly labelUnit: HeaderUnit | null;
  /** what a title says of amounts of money */
  readonly titleMeasure: Measure | null;
  /** the measure the head of the row names says: 決算額（千円） | 令和4年度 | 令和5年度 */
  readonly cornerMeasure: Measure | null;
  /** several columns of ratings, named by what they rate: 管理運営 | サービス | 総合評価 */
  readonly ratesThings: boolean;
  /** a column of its own says the target */
  readonly hasTarget: boolean;
}

/** Plans the reading of a grid's rows. */
export function planGrid(columns: readonly Column[], archetype: Archetype, context: GridContext): GridPlan {
  const labels = columns.filter((column) => column.use === 'label');
  const values = columns.filter((column) => column.use === 'value');
  const indicatorColumn =
    nameColumn(
      labels.filter((column) => !column.isBeside),
      values,
    ) ?? nameColumn(labels, values);
  const yearColumns = columns.filter(({ yearOf }) => yearOf !== null && measures(values).has(yearOf));
  const labelUnit = labels.find((column) => column.unit !== null)?.unit ?? null;
  return {
    columns,
    values,
    archetype,
    context,
    indicatorColumn,
    periodColumn: columns.find((column) => column.use === 'period' && !yearColumns.includes(column)),
    yearColumns,
    activityColumn: labels.findLast((column) => column.role === 'activity'),
    ratesActivities:
      indicatorColumn === null && values.every((column) => column.measures[0]?.measure === 'rating'),
    namesRows:
      labels.length === 1 && values.every((column) => column.measures.length > 0 && !column.isRatedByBody),
    countsRows:
      archetype === 'statistics' && labels.some(({ role }) => role === 'indicator' || role === 'entry'),
    stacked: stackedMeasures(columns, context),
    labelUnit,
    titleMeasure:
      context.titleMeasure ??
      (labelUnit === null ? null : moneyMeasureOf([...context.titles, ...context.pageTitles], [labelUnit])),
    cornerMeasure: labels.find(({ measures }) => measures.length === 1)?.measures[0]?.measure ?? null,
    ratesThings: values.some((column) => column.isRatedByBody),
    hasTarget: values.some((column) => column.measures.some(({ measure }) => measure === 'target')),
    isCount:
      values.filter((column) => column.mark !== null).length >= 2 ||
      values.some((column) => column.measures[0]?.measure === 'count'),
  };
}

const measures = (values: readonly Column[]): Set<Measure> =>
  new Set(values.flatMap((column) => column.measures.map(({ measure }) => measure)));

function nameColumn(labels: readonly Column[], values: readonly Column[]): Column | null {
  const named = labels.filter(({ index }) => index < (values[0]?.index ?? 0));
  return (
    labels.find((column) => column.role === 'indicator') ??
    named.findLast((column) => column.role !== 'activity' && column.isKnown) ??
    labels.findLast((column) => column.role !== 'activity' && column.isKnown) ??
    labels.findLast((column) => column.role !== 'activity') ??
    null
  );
}

/** What a text says of two rows under one name: 上段：目標／下段：実績, 上段は目標値、下段は実績値を示す. */
const STACKED =
  /上段\s*(?:[:\uFF1A=＝はがに]|\s)?\s*([^\s/\uFF0F、,)\uFF09。をでに]+).*?下段\s*(?:[:\uFF1A=＝はがに]|\s)?\s*([^\s/\uFF0F、,)\uFF09。をでに]+)/u;
/** 目標値（上段）／実績値（下段） */
const STACKED_AFTER =
  /([^\s/\uFF0F、,()\uFF08\uFF09]+)\s*[(\uFF08]\s*上段\s*[)\uFF09].*?([^\s/\uFF0F、,()\uFF08\uFF09・]+)\s*[(\uFF08]\s*下段\s*[)\uFF09]/u;

/** 指標名（上段：目標／下段：実績） → target, actual. */
function stackedMeasures(columns: readonly Column[], context: GridContext): Measure[] {
  const texts = [...columns.flatMap((column) => column.headers), ...context.legends];
  const [, upper = '', lower = ''] =
    texts.map((text) => STACKED.exec(text) ?? STACKED_AFTER.exec(text)).find((found) => found !== null) ?? [];
  const measures = [upper, lower].map((text) => readHeader(text, context.vocabulary).measures[0]?.measure);
  return measures.every((measure) => measure !== undefined) ? measures : [];
}
