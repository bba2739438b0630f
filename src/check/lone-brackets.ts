import type { ReportView } from './report-view.ts';
import type { Found } from './rule.ts';

const OPENING = '「『';
const CLOSING = '」』';
/** A quotation may be broken over lines, cells and the foot of a page, not over more. */
const LONGEST_IN_LINES = 12;
const QUOTE_CHARACTERS = 20;

/**
 * Quotations that close and never opened; scans lose brackets too often to say so. Linear in the text.
 *
 *     ・歴史のまち」を語る会
 *                ^ no 「
 */
export function loneBrackets(view: ReportView, lines: readonly string[]): Found[] {
  if (!view.records.some(({ provenance }) => provenance.line !== null)) return [];
  const opened: number[] = [];
  return lines.flatMap((line, at): Found[] => {
    for (let index = 0; index < line.length; index += 1) {
      if (OPENING.includes(line[index]!)) opened.push(at);
      if (!CLOSING.includes(line[index]!)) continue;
      const since = opened.pop();
      if (since === undefined || at - since > LONGEST_IN_LINES)
        return [
          foundOf(
            line
              .slice(0, index + 1)
              .slice(-QUOTE_CHARACTERS)
              .trim(),
            at + 1,
          ),
        ];
    }
    return [];
  });
}

function foundOf(quote: string, line: number): Found {
  return {
    severity: 'warning',
    confidence: 0.6,
    message: {
      ja: `閉じかぎに対応する開きかぎがありません: ${quote}`,
      en: `A quotation closes that never opened: ${quote}`,
    },
    observations: [],
    place: { page: 1, line },
    evidence: { quote },
    compared: ['lone bracket', quote],
  };
}
