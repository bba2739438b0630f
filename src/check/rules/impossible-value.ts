import type { Observation } from '../../model/index.ts';
import { backwardRanges } from '../era-ranges.ts';
import { impossible } from '../impossible.ts';
import { misplacedYears } from '../misplaced-year.ts';
import type { ReportView } from '../report-view.ts';
import type { Found, Rule } from '../rule.ts';

/**
 * A value or a period that cannot be: a share above 100 % or below 0, a count below 0, a birth rate of 18.5, a span of
 * years that ends before it begins, a result for a year after the report, a target year before the baseline.
 *
 * A person should look because no arithmetic is needed: either the report or the reading is wrong.
 *
 *     合計特殊出生率 | 1.84 | 1.70 | 18.5
 *                                    ^^^^ 1.85?
 */
export const impossibleValue: Rule = {
  slug: 'impossible-value',
  title: { ja: 'ありえない値', en: 'A value that cannot be' },
  subject: 'figures',
  needs: { ja: '数値または期間', en: 'numbers or periods' },
  severity: 'error',
  check: (view) => {
    const numbers = view.observations.filter(({ kind }) => kind === 'quantity');
    return {
      checked: numbers.length,
      found: [
        ...numbers.flatMap((each) => impossible(each, () => rowMates(view, each))),
        ...misplacedYears(view),
        ...backward(view),
      ],
    };
  },
};

function rowMates(view: ReportView, { recordId, id }: Observation): readonly Observation[] {
  const ids = view.recordsById.get(recordId);
  const mates = ids !== undefined && 'observations' in ids ? ids.observations : [];
  return mates.flatMap((mate) => (mate === id ? [] : (view.byId.get(mate) ?? [])));
}

function backward(view: ReportView): Found[] {
  return backwardRanges(view.text).map(({ text, from, to, meant, page, line }) => {
    const [ja, en] =
      meant === null ? ['', ''] : [`${meant} ではありませんか。`, ` ${meant} was probably meant.`];
    const years = [from.start.slice(0, 4), to.start.slice(0, 4)] as const;
    return {
      severity: 'error',
      confidence: meant === null ? 0.8 : 0.95,
      message: {
        ja: `期間 ${text} は、始まり（${years[0]}年）が終わり（${years[1]}年）より後です。${ja}`,
        en: `The period ${text} begins (${years[0]}) after it ends (${years[1]}).${en}`,
      },
      observations: [],
      place: { page, line },
      evidence: { printed: text, meant },
      compared: [text],
    };
  });
}
