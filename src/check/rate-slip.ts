import { printed } from './figure-words.ts';
import { intervalOfObservation, overlaps, plus, scaled } from './interval.ts';
import { type RateCase, type RateDefinition, rateBy } from './rate-definitions.ts';
import type { Bilingual } from './rule.ts';

/** A slip of the rate that would make it right: 100 added or taken away, a power of ten. */
export interface RateSlip {
  readonly definition: RateDefinition;
  readonly to: number;
  readonly says: Bilingual;
}

/**
 *     -179%    -394 ÷ 500 = -78.8%, less 100
 *     162%      309 ÷ 500 = 61.8%, plus 100
 */
export function findRateSlip(definitions: readonly RateDefinition[], rateCase: RateCase): RateSlip | null {
  const own = intervalOfObservation(rateCase.rate);
  const unit = rateCase.rate.precision ?? 1;
  if (own === null) return null;
  for (const definition of definitions) {
    const computed = rateBy(definition, rateCase);
    if (computed === null) continue;
    const middle = (computed.low + computed.high) / 2;
    const to = Math.round(middle / unit) * unit;
    const at = `${printed(middle)}%`;
    for (const added of [100, -100]) {
      if (!overlaps(own, plus(computed, { low: added, high: added }))) continue;
      const [ja, en] = added > 0 ? ['に100を足した', 'plus'] : ['から100を引いた', 'minus'];
      return { definition, to, says: { ja: `${at} ${ja}値`, en: `${at} ${en} 100` } };
    }
    for (const power of [1, 2, 3, -1, -2, -3]) {
      if (middle === 0 || !overlaps(own, scaled(computed, 10 ** power))) continue;
      return {
        definition,
        to,
        says: {
          ja: `${at} の${10 ** Math.abs(power)}${power > 0 ? '倍' : '分の1'}`,
          en: `${at} times 10^${power}`,
        },
      };
    }
    if (overlaps(own, scaled(computed, -1)) && middle !== 0)
      return { definition, to, says: { ja: `${at} の符号違い`, en: `${at} with the other sign` } };
  }
  return null;
}
