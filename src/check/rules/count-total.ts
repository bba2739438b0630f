import { talliesOf } from '../equations/counts.ts';
import { resultOf } from '../equations/index.ts';
import { marksAgainstSheets } from '../equations/marks.ts';
import { sharesInText } from '../equations/shares.ts';
import type { Rule } from '../rule.ts';

/**
 * Counts and totals of statistics do not add up: along a row, down a column, between a goal and its measures, or
 * against the marks that stand in the sheets.
 *
 * A person should look because the share of goals that were met is what is quoted from a report.
 *
 *     ○ 32 | △ 8 | × 24 | － 4 | 合計 69      32 + 8 + 24 + 4 = 68
 *                                     ^^
 */
export const countTotal: Rule = {
  slug: 'count-total',
  title: { ja: '件数と合計', en: 'Counts and totals' },
  subject: 'figures',
  needs: {
    ja: '合計のある統計表、または評価の件数表',
    en: 'a statistics table with totals, or counts of marks',
  },
  severity: 'error',
  check: (view) => {
    const tallies = talliesOf(view);
    const results = [
      resultOf(view, 'count-total'),
      marksAgainstSheets(view, tallies),
      sharesInText(view, tallies),
    ];
    return {
      checked: results.reduce((sum, { checked }) => sum + checked, 0),
      found: results.flatMap(({ found }) => found),
    };
  },
};
