import type { Observation } from '../../model/index.ts';
import { findNumbers, foldText, readPeriod } from '../../normalize/index.ts';
import { nameKey } from '../names.ts';
import type { ReportView, Row } from '../report-view.ts';
import type { Found, RuleResult } from '../rule.ts';
import { compareUnits } from '../unit-kinds.ts';

const YEAR = '(?:[HRS]|平成|令和|昭和)(?:\\d{1,2}|元)年?度?|(?:19|20)\\d\\d年度?';
const FIGURE = '\\d[\\d,]*(?:\\.\\d+)?\\s?[^\\d\\s⇒→()、。,:]{1,6}';
/** 名称: H27年度 2件 ⇒ R1年度 10件 */
const TOLD = new RegExp(
  `([^:()\\t⇒→、。]{4,40}):\\s?((?:${YEAR})\\s?${FIGURE}(?:\\s?[⇒→]\\s?(?:${YEAR})\\s?${FIGURE})*)`,
  'gu',
);
/** Most lines have no year behind a colon and need no folding. */
const MAY_TELL = /[:：]\s?[HRSＨＲＳ平令昭12１２]/u;
const EACH = new RegExp(`(${YEAR})\\s?(${FIGURE})`, 'gu');

/**
 * Figures a text gives with their name and year in another unit than the table has them in.
 *
 *     (空き家活用件数: H27年度 2件 ⇒ R1年度 10件)      空き家活用件数 | H27 | 10戸 | 2戸
 *                              ^^ 戸 in the table
 * Linear in the text.
 */
export function unitsTold(view: ReportView): RuleResult {
  const rows = Map.groupBy(view.rows, ({ indicator }) => toldKey(indicator));
  const hasLines = view.records.some(({ provenance }) => provenance.line !== null);
  let checked = 0;
  const found = view.text.split('\n').flatMap((line, at) =>
    (MAY_TELL.test(line) ? [...foldText(line).matchAll(TOLD)] : []).flatMap(([, name, figures]): Found[] => {
      const own = rows.get(toldKey(name!.replace(/^[-・\s]+/u, ''))) ?? [];
      for (const [, year, figure] of own.length === 0 ? [] : figures!.matchAll(EACH)) {
        const cell = sameFigure(own, year!, figure!);
        if (cell === null) continue;
        checked += 1;
        if (cell.isOther)
          return [foundOf(`${name!.trim()}: ${year} ${figure!.trim()}`, cell.cell, hasLines ? at + 1 : null)];
      }
      return [];
    }),
  );
  return { checked, found };
}

/** 助成件数(累計) and 助成件数 alike: without the remark, then without 数. */
const toldKey = (name: string): string => nameKey(nameKey(name));

/** The cell of that year with the same figure, and whether it has another unit; null where there is none. */
function sameFigure(
  rows: readonly Row[],
  year: string,
  figure: string,
): { readonly cell: Observation; readonly isOther: boolean } | null {
  const end = readPeriod(year)?.end;
  const [told] = findNumbers(figure);
  if (end === undefined || told?.unit == null) return null;
  const cell = rows
    .flatMap(({ actuals }) => actuals)
    .find(({ unit, value, timePeriod }) => unit !== null && timePeriod?.end === end && value === told.value);
  return cell === undefined ? null : { cell, isOther: compareUnits(told.unit, cell.unit!) === 'different' };
}

function foundOf(said: string, cell: Observation, line: number | null): Found {
  const table = `${cell.timePeriod?.label ?? ''} ${cell.raw}`.trim();
  return {
    severity: 'warning',
    confidence: 0.6,
    message: {
      ja: `文章の「${said}」は、表の「${cell.indicator}」${table} と単位が違います`,
      en: `“${said}” in the text is in another unit than ${table} of "${cell.indicator}" in the table.`,
    },
    observations: [cell],
    place: { page: 1, line },
    evidence: { said, table },
    compared: ['unit told', said, table],
  };
}
