import { resultOf } from '../equations/index.ts';
import type { Rule } from '../rule.ts';

/**
 * The parts of a cost do not make its total.
 *
 * A person should look because budgets are copied on from such tables, and one wrong figure travels with them. Sums of
 * a shape (the same rows in many sheets) are believed together; the cell whose change mends them is the suspect.
 *
 *     県補助金   450
 *     一般財源 2,068
 *     事業費   2,581      450 + 2,068 = 2,518
 *              ^^^^^
 */
export const financeTotal: Rule = {
  slug: 'finance-total',
  title: { ja: '事業費の内訳と合計', en: 'Parts of a cost against its total' },
  subject: 'figures',
  needs: { ja: '内訳と合計のある金額の表', en: 'a table of amounts with parts and a total' },
  severity: 'error',
  check: (view) => resultOf(view, 'finance-total'),
};
