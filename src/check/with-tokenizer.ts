import { isExplained, isSameUnit, unitTest } from './prose/explained.ts';
import { numbersOf } from './prose/numbers.ts';
import { sentencesOf } from './prose/sentences.ts';
import { passagesOf } from './prose/told-series.ts';
import { type ReportView, type ReportViewInput, viewReport } from './report-view.ts';
import { loadTokenizer, splitByScript } from './tokenizer.ts';

/** Adds the tokenizer to what is checked where the report's prose needs it; the same report always gets the same. */
export async function withTokenizer(input: ReportViewInput): Promise<ReportViewInput> {
  return hasNumbersToCompare(viewReport(input)) ? { ...input, tokenize: await loadTokenizer() } : input;
}

/**
 * Whether the report's prose holds a number that may be of its row and that no value, difference or sum explains: then
 * the tokenizer is worth its cost.
 */
function hasNumbersToCompare(view: ReportView): boolean {
  return passagesOf(view).some(({ text, series }) => {
    const holdsUnit = unitTest(series.map(({ unit }) => unit));
    return sentencesOf(text, splitByScript).some(
      (sentence) =>
        holdsUnit.test(sentence.text) &&
        numbersOf(sentence).some((claim) =>
          series.some((own) => isSameUnit(claim.unit, own.unit) && !isExplained(claim, own, [])),
        ),
    );
  });
}
