import type { Observation } from '../model/index.ts';
import { foldText } from '../normalize/index.ts';
import data from './unit-families.json' with { type: 'json' };

const SAME = new Map(data.same.flatMap((family) => family.map((unit) => [unit, family[0] ?? unit])));

/** What a unit counts: 名 and 人 the same, 人/年 what 人 is; the denominator apart. */
export interface UnitKind {
  readonly unit: string;
  /** 日 of 人/日; null for plain and yearly figures */
  readonly per: string | null;
}

export function unitKind(unit: string): UnitKind {
  const [over = unit, ...below] = unit.split('/');
  const per = below.join('/');
  return { unit: SAME.get(over) ?? over, per: per === '' || per === '年' ? null : per };
}

/** different: they cannot be compared; rate: the same thing, once by the day or head; same: nothing to say. */
export function compareUnits(a: string, b: string): 'same' | 'rate' | 'different' {
  const [left, right] = [unitKind(a), unitKind(b)];
  const isCompatible = data.compatible.some(
    (family) => family.includes(left.unit) && family.includes(right.unit),
  );
  if (left.unit !== right.unit) return isCompatible ? 'same' : 'different';
  return left.per === right.per ? 'same' : 'rate';
}

/** Whether a unit is one that people are counted in, where 万人 beside 人 misleads. */
export const isMixable = (unit: string | null): boolean => unit !== null && data.mixable.includes(unit);

const BRACKETS = /[(（〔[【][^()（）]*[)）〕\]】]|\s/gu;

/** What an indicator's name says of its unit: 利用者数 is never in 件. */
export function nameVerdict(indicator: string, unit: string): 'wrong' | 'loose' | 'fits' {
  const name = foldText(indicator).replace(BRACKETS, '');
  const said = data.names.find(({ endings }) => endings.some((ending) => name.endsWith(ending)));
  const { unit: own, per } = unitKind(unit);
  if (said === undefined || per !== null) return 'fits';
  if (said.wrong.includes(own)) return 'wrong';
  return said.loose.includes(own) ? 'loose' : 'fits';
}

/** A target such as 10%増 says how much more than before; it is not in the unit of what is counted. */
export function isRelative({ unit, raw, qualifiers }: Observation): boolean {
  return unit === '%' && (qualifiers.direction !== undefined || /[増減比]/u.test(raw));
}
