import { isExplained, isSameUnit, unitTests } from './prose/explained.ts';
import { numbersOf } from './prose/numbers.ts';
import { sentencesOf } from './prose/sentences.ts';
import { passagesOf } from './prose/told-series.ts';
import type { ReportView } from './report-view.ts';
import { loadTokenizer, splitByScript } from './tokenizer.ts';

/** Adds the tokenizer to what is checked where the report's prose needs it; the same report always gets the same. */
export async function withTokenizer(view: ReportView): Promise<ReportView> {
  return hasNumbersToCompare(view) ? { ...view, tokenize: await loadTokenizer() } : view;
}

/**
 * Whether the report's prose holds a number that may be of its row and that no value, difference or sum explains: then
 * the tokenizer is worth its cost.
 */
function hasNumbersToCompare(view: ReportView): boolean {
  const tests = unitTests();
  return passagesOf(view).some(({ text, series }) => {
    const holdsUnit = tests(series.map(({ unit }) => unit));
    return sentencesOf(text, splitByScript).some(
      (sentence) =>
        holdsUnit.test(sentence.text) &&
        numbersOf(sentence).some((claim) =>
          series.some((own) => isSameUnit(claim.unit, own.unit) && !isExplained(claim, own, [])),
        ),
    );
  });
}
