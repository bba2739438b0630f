import { contradictionsOf } from '../prose/contradictions.ts';
import { changesTold } from '../prose/told-changes.ts';
import { unitsTold } from '../prose/told-units.ts';
import type { Rule } from '../rule.ts';

/**
 * Prose that contradicts its row or itself: a number the cells do not hold, a rise where they fall, a target met that was missed, a
 * difference that does not follow from its own numbers.
 *
 * A person should look because either the cell or the sentence was left from an earlier draft, and readers take the
 * sentence for granted. Said of something else, or agreeing with any value, difference, sum or target: silent.
 *
 *     移住希望者からの相談件数 | 6件 | 8件 | 57件 | 49件 | …情報周知の効果が上がり、問合せが増加した。
 *                                   ^^^^^^^^^^^ fell by 8                     ^^^^^^^^^^^^^^^
 */
export const textNumber: Rule = {
  slug: 'text-number',
  title: { ja: '表と合わない文章', en: 'Prose that contradicts its row' },
  subject: 'figures',
  needs: {
    ja: '指標の値と、その結果に触れた文章',
    en: 'values of an indicator and a text that speaks of them',
  },
  severity: 'warning',
  check: (view) => {
    const results = [contradictionsOf(view), changesTold(view), unitsTold(view)];
    return {
      checked: results.reduce((sum, { checked }) => sum + checked, 0),
      found: results.flatMap(({ found }) => found),
    };
  },
};
