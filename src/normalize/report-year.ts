import type { Period } from '../model/index.ts';
import { findPeriods, type PeriodMention } from './period.ts';

/** Before a year: 評価対象年度：令和5年度, 対象 令和5年度. */
const NAMED_BEFORE = /(?:対象年度|実施年度|評価年度|事業年度|対象)[\s:\uFF1A)\uFF09(\uFF08]*$/u;
/** 令和6年度（令和5年度実績） answers 評価年度 */
const OPENS_BRACKET = /年度[(\uFF08]$/u;
/** After a year: 令和5年度実施分, 令和5年度決算, 令和5年度事業（実績）. */
const NAMED_AFTER =
  /^[\s　]*(?:の)?(?:に?実施|事業分|事業実績|実績|決算|対象|取組|分[)\uFF09\s]|事業[)\uFF09])/u;

/**
 * The fiscal year a report is of, by which its 前年度 and 今年度 count: the one it says was carried out, else the first its
 * titles name. Null where they name none.
 *
 *     令和6年度 事務事業評価シート（令和5年度実施分）      令和5年度
 *
 * @param titles the lines on top that are no rows of a table: title, subtitle
 * @param opening what stands on top, rows of tables too
 */
export function reportYear(titles: string, opening: string): Period | null {
  const years = yearsIn(titles);
  const carriedOut = years.find(
    ({ start, end }) =>
      NAMED_BEFORE.test(titles.slice(0, start)) || NAMED_AFTER.test(titles.slice(end, end + 8)),
  );
  const answers = yearsIn(opening);
  const inBrackets = answers.find(
    ({ start, end }) =>
      OPENS_BRACKET.test(opening.slice(0, start)) && NAMED_AFTER.test(opening.slice(end, end + 8)),
  );
  const named = answers.find(({ start }) => NAMED_BEFORE.test(opening.slice(0, start)));
  return (carriedOut ?? inBrackets ?? named ?? years[0])?.period ?? null;
}

const yearsIn = (text: string): PeriodMention[] =>
  findPeriods(text).filter(({ period }) => period.basis === 'fiscalYear');
