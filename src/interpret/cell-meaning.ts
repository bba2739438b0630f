import type { Cell, Measure } from '../model/index.ts';
import { readUnit } from '../normalize/index.ts';
import { classifyCell } from '../outline/index.ts';
import type { HeaderUnit } from '../vocabulary/index.ts';
import type { AlignedRow } from './align.ts';
import { isMoney } from './archetype.ts';
import { measureByBody } from './column-use.ts';
import type { Column } from './columns.ts';
import type { GridPlan } from './grid-plan.ts';
import type { RowMeaning } from './row-meaning.ts';
import type { CellMeaning } from './value-cell.ts';

/** Confidence in a reading by what became of its row. */
const CONFIDENCE = { standing: 1, shifted: 0.8, lost: 0.5 } as const;
/** Names of shares and rates, which an amount's unit never fits. */
const RATE = /(?:率|比|割合|シェア)(?:\s*[(\uFF08].*)?$/u;

/** What row and column together say of a cell. */
export function meaningOfCell(
  plan: GridPlan,
  row: RowMeaning,
  column: Column,
  aligned: AlignedRow,
  cell: Cell,
  rowTarget: number | null,
): CellMeaning {
  const { era, ratingMarks, titlePeriod } = plan.context;
  const unitCell = aligned.units.get(cell);
  const beside = unitCell === undefined ? null : readUnit(unitCell.text);
  const measure = measureOf(plan, row, column, aligned);
  const hasLost = aligned.lost.some((lost) => lost.use === 'value');
  return {
    ...nameOf(plan, row, column),
    measures:
      column.measures.length > 1
        ? column.measures
        : measure === null
          ? []
          : [{ measure, period: column.period }],
    period:
      row.period ??
      (measure === null ? undefined : row.years.get(measure)) ??
      (plan.archetype === 'kpi' ? null : titlePeriod),
    unit:
      beside ??
      column.unit ??
      (measure === 'achievementRate' ? rateOf(row.unit) : (row.unit ?? unitByTitle(plan, row, column))),
    headers: [...column.headers, ...row.headers].filter((text) => text !== ''),
    era,
    ratingMarks,
    confidence: aligned.shifted === 0 ? CONFIDENCE.standing : hasLost ? CONFIDENCE.lost : CONFIDENCE.shifted,
    rowTarget,
  };
}

/** A rate of achievement is none in the unit of what is achieved: 4,200 人 | 4,455 人 | 106.1. */
const rateOf = (unit: HeaderUnit | null): HeaderUnit | null => (unit?.unit === '%' ? unit : null);

/** Of 単位：千円、％ rates take the ％ and amounts the other. */
function unitByTitle(plan: GridPlan, row: RowMeaning, column: Column): HeaderUnit | null {
  const { units: own, pageUnits } = plan.context;
  const units = own.length === 0 && plan.archetype === 'finance' ? pageUnits : own;
  const isRate =
    RATE.test(column.name) || ((column.measures.length === 0 || isOfYear(column)) && RATE.test(row.label));
  const rate = units.find(({ unit }) => unit === '%' || unit === '‰');
  if (isRate) return rate ?? null;
  return units.find((unit) => unit !== rate) ?? units[0] ?? null;
}

/** The measure of a value: from its column, else its row, else what such a table shows under a year. */
function measureOf(plan: GridPlan, row: RowMeaning, column: Column, aligned: AlignedRow): Measure | null {
  if (plan.isCount) return 'count';
  const cells = plan.values.flatMap((value) => aligned.cells.get(value)?.text ?? []);
  const byRow = row.measure === null ? null : measureByBody(row.measure, cells.map(classifyCell));
  const byCorner = column.period === null ? null : plan.cornerMeasure;
  const said = column.measures[0]?.measure ?? byRow ?? byCorner;
  if (said !== null) return said;
  if (plan.archetype === 'statistics') return plan.titleMeasure ?? row.namedMeasure ?? 'value';
  if (plan.archetype === 'finance')
    return column.isKnown && !isNamed(column) ? null : (soleMoneyMeasure(plan) ?? 'value');
  if (column.period === null) {
    if (rates(plan, column) && row.isNamedBeside) return 'rating';
    return column.holdsFigures ? 'value' : null;
  }
  if (row.namedMeasure !== null) return row.namedMeasure;
  return plan.context.isPlan && !plan.hasTarget ? 'target' : 'actual';
}

/** Amounts under a name instead of a measure: 計, 一般財源, 国県支出金. */
const isNamed = ({ role }: Column): boolean => role === 'total' || role === 'item';

/** The measure of all amounts of a table, where it is one: 計 and 国県支出金 beside 補正額 are budgets too. */
function soleMoneyMeasure({ values }: GridPlan): Measure | null {
  const said = new Set(
    values.flatMap(({ measures }) => measures.map(({ measure }) => measure)).filter(isMoney),
  );
  return said.size === 1 ? [...said][0]! : null;
}

/**
 * What is counted: the row's name, or the column's where that names it and the row a thing or a year.
 *
 *     年度 | H30     | R1           人口 of H30 and R1
 *     人口 | 304,703 | 304,705
 *
 *     都道府県 | 転入数 | 転出数     転入数, under 神奈川県
 *     神奈川県 | 2,246  | 1,294
 */
function nameOf(
  plan: GridPlan,
  row: RowMeaning,
  column: Column,
): Pick<CellMeaning, 'indicator' | 'pathTail'> {
  const { label, pathTail } = row;
  const things = [
    ...(label === '' || row.period !== null ? [] : [label]),
    ...(column.part === null ? [] : [column.part]),
  ];
  const byColumn = { indicator: column.subject ?? column.name, pathTail: [...pathTail, ...things] };
  const byRow = { indicator: label, pathTail };
  const isYear = isOfYear(column) && column.mark === null;
  if (plan.isCount) return byColumn;
  switch (plan.archetype) {
    case 'kpi':
      if (label !== '') {
        const isRated = rates(plan, column) && (plan.ratesThings || row.isNamedBeside);
        return isRated ? byColumn : byRow;
      }
      if (column.subject !== null || column.period === null || plan.ratesActivities)
        return { ...byColumn, pathTail };
      return { indicator: row.measureName, pathTail };
    case 'finance':
      return row.isProject || label === '' || column.namesPart || isShare(column) ? byColumn : byRow;
    case 'statistics':
      if (isYear && column.subject === null) return byRow;
      if (column.role === 'total' && isOfYears(plan))
        return { indicator: label, pathTail: [...pathTail, column.name] };
      return plan.countsRows ? { indicator: label, pathTail: [...pathTail, column.name] } : byColumn;
  }
}

/** 令和2年 | 令和7年（推計）: a year, or one with what its figures are. */
const isOfYear = ({ measures, period }: Column): boolean =>
  period !== null && measures.every(({ measure }) => measure === 'estimate' || measure === 'actual');

/** 令和7年度 | 令和8年度 | 合計: the total of the years is still the row's. */
const isOfYears = ({ values }: GridPlan): boolean =>
  values.filter(({ period, measures }) => period !== null && measures.length === 0).length > 1;

/** A column of ratings, or of points among them: 妥当性 | 有効性 | 総合評価. */
function rates({ values }: GridPlan, column: Column): boolean {
  const said = column.measures[0]?.measure;
  if (said !== undefined || column.period !== null) return said === 'rating';
  const others = values.flatMap(({ measures }) => measures.map(({ measure }) => measure));
  return others.length > 0 && others.every((measure) => measure === 'rating');
}

/** 構成比 and 増減率 are counted of an item; amounts and their differences are the item's. */
const isShare = (column: Column): boolean =>
  column.measures.every(({ measure }) => !isMoney(measure)) && RATE.test(column.name);
