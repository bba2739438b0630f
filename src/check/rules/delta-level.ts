import { resultOf } from '../equations/index.ts';
import type { Rule } from '../rule.ts';

/**
 * A printed difference, or the level or running total printed beside it, does not follow from the other years.
 *
 * A person should look because the text of a report quotes the difference, and one of the three numbers is wrong.
 *
 *     1,049人 | 1,126人(+80人)      1,126 − 1,049 = 77
 *                      ^^^^
 */
export const deltaLevel: Rule = {
  slug: 'delta-level',
  title: { ja: '増減と水準', en: 'Changes against levels' },
  subject: 'figures',
  needs: {
    ja: '増減の行、または値に添えた増減・水準・累計',
    en: 'a row of changes, or a change, level or running total beside values',
  },
  severity: 'error',
  check: (view) => resultOf(view, 'delta-level'),
};
