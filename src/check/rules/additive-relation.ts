import { resultOf } from '../equations/index.ts';
import type { Rule } from '../rule.ts';

/**
 * A row is the sum of rows under it in every year but one.
 *
 * A person should look because in that year a row was left out or counted twice. Only sums that chance does not give:
 * the digits that agree must outweigh the number of sums tried.
 *
 *     雇用創出数      19人  27人  15人  11人
 *       創業件数       3件   9件   8件   7件
 *       雇用創出数    12人   6人   3人   4人
 *       雇用創出数     4人  12人   4人   4人      7 + 4 + 4 = 15
 *                                      ^^^^
 */
export const additiveRelation: Rule = {
  slug: 'additive-relation',
  title: { ja: '他の年度で成り立つ和', en: 'Sums that hold in the other years' },
  subject: 'figures',
  needs: {
    ja: '3年度以上の値をもつ指標と、その下の取組の行',
    en: 'an indicator with three years or more and rows of activities under it',
  },
  severity: 'warning',
  check: (view) => resultOf(view, 'additive-relation'),
};
