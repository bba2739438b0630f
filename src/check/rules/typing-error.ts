import { resultOf } from '../equations/index.ts';
import type { Rule } from '../rule.ts';

/**
 * One digit lost, doubled or exchanged with its neighbour, or a shift by powers of ten: undone, the sums agree again.
 *
 * A person should look because the repair is known; it is suggested, never applied. Where several cells of a sum could
 * each be mended by one digit, the sum itself is told by its own rule.
 *
 *     450 + 208 ≠ 2,518      450 + 2,068 = 2,518
 *           ^^^
 */
export const typingError: Rule = {
  slug: 'typing-error',
  title: { ja: '数字の打ち間違い', en: 'A slip in typing a number' },
  subject: 'figures',
  needs: { ja: '合計・差・累計などの計算', en: 'sums, differences or running totals' },
  severity: 'error',
  check: (view) => resultOf(view, 'typing-error'),
};
