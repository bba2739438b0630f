import { readUnit } from '../normalize/index.ts';
import type { HeaderReading, Role } from '../vocabulary/index.ts';

/** 一般財源 under 決算額の財源内訳 is the name of a settlement. */
export const onlyNames = (reading: HeaderReading, outer: readonly HeaderReading[], level: number): boolean =>
  reading.role !== null &&
  NAMING.has(reading.role) &&
  (level > 0 ||
    (reading.role === 'item' && outer.some(({ role, measures }) => role === 'item' && measures.length > 0)));

/** Above headers of its own, a header of names only says what they are names of: 財源内訳 over 国県支出金 | 地方債. */
const NAMING: ReadonlySet<Role> = new Set(['item', 'name', 'thing', 'entry']);

export function namesPartOf(readings: readonly HeaderReading[]): boolean {
  const inner = readings.at(-1);
  const isName =
    inner !== undefined && inner.measures.length === 0 && inner.period === null && !isPart(inner);
  return isName && readings.slice(0, -1).some(({ role }) => role === 'item');
}

/** 男, 女, 総数: says which part of what stands above it. */
export const isPart = (reading: HeaderReading | undefined): boolean =>
  reading?.role === 'part' || reading?.role === 'total';

/** The innermost header that names something: 決算額（千円） over 令和4年度, 総人口 over （人）. */
export function nameOf(deepest: readonly HeaderReading[]): string {
  const isUnitAlone = (reading: HeaderReading): boolean =>
    reading.match === 'none' && readUnit(reading.text) !== null;
  const isYearAlone = (reading: HeaderReading): boolean =>
    reading.period !== null && reading.measures.length === 0 && reading.role === null;
  const named = deepest.find((reading) => !isUnitAlone(reading) && !isYearAlone(reading));
  return (named ?? deepest[0])?.text ?? '';
}

/** Under 事業費（千円） › 令和4年度 › 決算 stand settlements of 事業費. */
export function subjectOf(readings: readonly HeaderReading[]): string | null {
  const isMeasured = readings.some((reading) => reading.measures.length > 0 || reading.period !== null);
  if (readings.at(-1)?.match === 'suffix') return null;
  const named = readings.filter(
    (reading) => reading.match !== 'exact' && reading.measures.length === 0 && reading.mark === null,
  );
  return isMeasured ? (named.find((reading) => readUnit(reading.text) === null)?.text ?? null) : null;
}
