import { foldText, stripSpaces } from '../../normalize/index.ts';
import data from './words.json' with { type: 'json' };

const TOTALS = new Set(data.totals);

const plain = (label: string): string => stripSpaces(foldText(label)).replace(/[()（）].*$/u, '');

/** 合計, 計, 事業費, 三大都市圏計; never 会計 or 累計. */
export function isTotal(label: string): boolean {
  const word = plain(label);
  if (TOTALS.has(word)) return true;
  return (
    data.totalEndings.some((ending) => word.endsWith(ending)) &&
    !data.notTotals.some((other) => word.endsWith(other) || word.startsWith('合計特殊'))
  );
}

/** うち…, 再掲: named inside another row and never summed with it. */
export const isAside = (label: string): boolean =>
  data.asides.some((word) => stripSpaces(foldText(label)).startsWith(word) || label.includes(`(${word}`));

/** 増減, 前年比: the difference to the period before. */
export const isChange = (label: string): boolean => data.changes.some((word) => plain(label).includes(word));

/** 率, 割合, 1人当たり…: never a part of a sum. */
export const isRate = (label: string): boolean => data.rates.some((word) => plain(label).includes(word));

/** KPI数, 指標数: how many things a row counts. */
export const isCounted = (label: string): boolean => data.counted.some((word) => plain(label).endsWith(word));

/** Whether a bracketed number says that it is compared with something other than the year before. */
export const hasOtherBase = (label: string | null): boolean =>
  label !== null &&
  label !== '' &&
  !data.signedBrackets.some((word) => label.includes(word)) &&
  data.otherBase.some((word) => foldText(label).includes(word));
