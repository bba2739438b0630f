import { foldText } from '../normalize/fold.ts';
import data from './lower-is-better.json' with { type: 'json' };

const PATTERNS = data.patterns.map((pattern) => new RegExp(pattern, 'u'));

/**
 * Whether less of what an indicator counts is better, by its words.
 *
 *     待機児童数, ごみ排出量, 転出超過数    less is better
 *     待機児童解消率, ごみの減量, 事故防止教室の参加者数    not: the remedy is counted
 */
export function isLowerBetter(label: string): boolean {
  const text = foldText(label).replace(/\s+/gu, '');
  if (data.higher.some((word) => text.includes(word))) return false;
  if (PATTERNS.some((pattern) => pattern.test(text))) return true;
  if (data.lowerEndings.some((ending) => text.replace(/\([^()]*\)$/u, '').endsWith(ending))) return true;
  return data.lower.some((word) => {
    const at = text.indexOf(word);
    return at >= 0 && !data.turned.some((turn) => text.indexOf(turn, at) >= 0);
  });
}
