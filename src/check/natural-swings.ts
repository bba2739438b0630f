import { foldText } from '../normalize/index.ts';
import cumulative from './cumulative-words.json' with { type: 'json' };
import words from './natural-swings.json' with { type: 'json' };
import type { ScaleSlip } from './scale-slip.ts';
import type { Series } from './series.ts';

const names = (name: string, list: readonly string[]): boolean => list.some((word) => name.includes(word));
/** How near to a whole power of ten an amount that comes in lots must be. */
const NEAR = 0.06;
const ONE_OFF = new RegExp(words.oneOff.join('|'), 'u');

/**
 * Whether what looks like a slip of scale is what such figures do.
 *
 *     未利用地の売却額（累計）| 0.3億円 | 4.1億円 | 4.8億円      a running total begins with little
 *     外国人宿泊客数 | 54,310人 | 6,904人 | 61,287人            closed borders
 */
export function isNatural({ name, points }: Series, { point, heard }: ScaleSlip): boolean {
  const label = foldText(name);
  const isLow = heard.distance < 0;
  if (isLow && point === points[0] && names(label, cumulative.cumulative)) return true;
  const { timePeriod } = point.observation;
  const isClosed =
    timePeriod !== null && timePeriod.start >= words.closed.from && timePeriod.end <= words.closed.to;
  if (isLow && isClosed && names(label, words.abroad)) return true;
  const off = Math.abs(Math.abs(heard.distance) - Math.round(Math.abs(heard.distance)));
  return ONE_OFF.test(label) && off > NEAR;
}
