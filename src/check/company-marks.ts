import data from './damage.json' with { type: 'json' };
import type { ReportView } from './report-view.ts';
import type { Found } from './rule.ts';

const COMPANY = /(?:㈱|[(（]株[)）]|株式会社)([一-龠々ァ-ヶー]{2,12})/gu;
const MARKS = data.companyMarks.join('');
const MOST_COMPANIES = 40;

/**
 * Companies whose ㈱ was read as a kanji, in a report that names them with it elsewhere. Linear in the text.
 *
 *     ㈱資生堂の進出      同年2月に株資生堂の進出
 *                              ^ ㈱
 */
export function lostCompanyMarks({ text, records }: ReportView): Found[] {
  if (!records.some(({ provenance }) => provenance.line !== null)) return [];
  const companies = [...new Set([...text.matchAll(COMPANY)].map(([, name]) => name!))].slice(
    0,
    MOST_COMPANIES,
  );
  if (companies.length === 0) return [];
  const lost = new RegExp(`[${MARKS}](?:${companies.join('|')})`, 'gu');
  return text
    .split('\n')
    .flatMap((line, at) => [...line.matchAll(lost)].map(([piece]) => foundOf(piece, at + 1)));
}

function foundOf(piece: string, line: number): Found {
  const repaired = `㈱${[...piece].slice(1).join('')}`;
  return {
    severity: 'warning',
    confidence: 0.7,
    message: {
      ja: `㈱が漢字になっているようです: 「${piece}」→「${repaired}」`,
      en: `㈱ seems to have become a kanji: 「${piece}」→「${repaired}」.`,
    },
    observations: [],
    place: { page: 1, line },
    evidence: { [piece]: repaired },
    compared: ['company mark', piece],
  };
}
