import { cellWords, printed } from './figure-words.ts';
import type { RateCase, RateDefinition } from './rate-definitions.ts';
import type { Bilingual } from './rule.ts';

/** What a definition divides, in figures: 累計 72人 (R2〜R5) ÷ 目標 250人 */
export function arithmetic(definition: RateDefinition, rateCase: RateCase): Bilingual {
  const { target, actuals, last, baseline } = rateCase;
  const unit = last.unit ?? '';
  const scale = 10 ** last.multiplier;
  const words =
    last.multiplier === 0
      ? unit
      : `${{ 3: '千', 4: '万', 6: '百万', 8: '億' }[last.multiplier] ?? ''}${unit}`;
  const total = actuals.reduce((sum, { value }) => sum + (value ?? 0), 0) / scale;
  const goal = target.raw.replace(/\s+/gu, ' ').trim();
  const span = `${actuals[0]?.timePeriod?.label ?? ''}〜${last.timePeriod?.label ?? ''}`.replace(/^〜$/u, '');
  const best = actuals.reduce((a, b) => ((a.value ?? 0) >= (b.value ?? 0) ? a : b), last);
  switch (definition) {
    case 'sum':
      return {
        ja: `累計 ${printed(total)}${words}（${span}）÷ 目標 ${goal}`,
        en: `sum ${printed(total)}${words} (${span}) ÷ target ${goal}`,
      };
    case 'mean':
      return {
        ja: `平均 ${printed(total / actuals.length)}${words} ÷ 目標 ${goal}`,
        en: `mean ${printed(total / actuals.length)}${words} ÷ target ${goal}`,
      };
    case 'best':
      return {
        ja: `最良の ${cellWords(best)} ÷ 目標 ${goal}`,
        en: `best ${cellWords(best)} ÷ target ${goal}`,
      };
    case 'fromBaseline': {
      const base = baseline?.raw.trim() ?? '';
      return {
        ja: `(${cellWords(last)} − 基準 ${base}) ÷ (目標 ${goal} − 基準 ${base})`,
        en: `(${cellWords(last)} − baseline ${base}) ÷ (target ${goal} − baseline ${base})`,
      };
    }
    case 'inverse':
      return { ja: `目標 ${goal} ÷ ${cellWords(last)}`, en: `target ${goal} ÷ ${cellWords(last)}` };
    case 'mirrored':
      return { ja: `2 − ${cellWords(last)} ÷ 目標 ${goal}`, en: `2 − ${cellWords(last)} ÷ target ${goal}` };
    case 'last':
      return { ja: `${cellWords(last)} ÷ 目標 ${goal}`, en: `${cellWords(last)} ÷ target ${goal}` };
  }
}
