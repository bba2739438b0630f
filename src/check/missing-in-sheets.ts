import type { Record } from '../model/index.ts';
import type { ReportView } from './report-view.ts';
import type { Bilingual, Found, RuleResult } from './rule.ts';

type Sheet = Extract<Record, { type: 'sheet' }>;

/** A form is judged by its like: this many sheets, of which this share is filled in. */
const LEAST_SHEETS = 5;
const LEAST_SHARE = 0.85;

/** Boxes of a form that are blank while nearly all sheets of the report fill them in. */
export function missingInSheets({ records, text }: Pick<ReportView, 'records' | 'text'>): RuleResult {
  const sheets = records.filter((record): record is Sheet => record.type === 'sheet');
  if (sheets.length < LEAST_SHEETS) return { checked: 0, found: [] };
  const found: Found[] = [];
  const lines = text.split('\n');
  const ends = new Map(sheets.map((sheet, i) => [sheet, sheets[i + 1]?.provenance.line ?? lines.length + 1]));
  const placeOf = (sheet: Sheet, box: string): NonNullable<Found['place']> => {
    const { page, line } = sheet.provenance;
    if (line === null) return { page, line };
    const own = lines.slice(line - 1, (ends.get(sheet) ?? line) - 1);
    const at = own.findIndex((each) => each.replace(/^[<\s\w>]*/u, '').startsWith(box));
    return { page, line: at < 0 ? line : line + at };
  };
  const isFilled = (count: number, all: number): boolean => all >= LEAST_SHEETS && count >= all * LEAST_SHARE;
  const withActivities = sheets.filter(({ activities }) => activities.length > 0).length;
  if (isFilled(withActivities, sheets.length)) {
    for (const sheet of sheets.filter(({ activities }) => activities.length === 0)) {
      found.push(
        foundOf(sheet, '主な取組内容', placeOf(sheet, '主な取組内容'), withActivities, sheets.length),
      );
    }
  }
  const having = new Map<string, Sheet[]>();
  for (const sheet of sheets) {
    for (const label of labelsOf(sheet)) {
      const own = having.get(label);
      if (own === undefined) having.set(label, [sheet]);
      else own.push(sheet);
    }
  }
  for (const [label, next] of usualNeighbours(sheets)) {
    const own = having.get(label) ?? [];
    const both = new Set(own.length < LEAST_SHEETS ? [] : (having.get(next) ?? []));
    const filled = own.filter((sheet) => both.has(sheet)).length;
    if (!isFilled(filled, own.length)) continue;
    for (const sheet of own.filter((each) => !both.has(each))) {
      found.push(foundOf(sheet, next, placeOf(sheet, next), filled, own.length));
    }
  }
  return { checked: sheets.length, found };
}

const labelsOf = ({ texts }: Sheet): Set<string> =>
  new Set(texts.filter(({ text }) => text.trim() !== '').map(({ label }) => label));

/** Which box usually follows which. */
function usualNeighbours(sheets: readonly Sheet[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const sheet of sheets) {
    const labels = [...labelsOf(sheet)];
    for (const [i, label] of labels.entries()) {
      const next = labels[i + 1];
      if (next === undefined) continue;
      const own = counts.get(label) ?? new Map<string, number>();
      counts.set(label, own.set(next, (own.get(next) ?? 0) + 1));
    }
  }
  return new Map(
    [...counts].flatMap(([label, own]) => {
      const [next] = [...own].toSorted(([, a], [, b]) => b - a);
      return next === undefined ? [] : [[label, next[0]] as const];
    }),
  );
}

function foundOf(
  sheet: Sheet,
  box: string,
  place: NonNullable<Found['place']>,
  filled: number,
  all: number,
): Found {
  const message: Bilingual = {
    ja: `「${sheet.name}」の「${box}」が空欄です（ほかは${all}票中${filled}票に記入）`,
    en: `"${box}" is blank in "${sheet.name}" (filled in on ${filled} of ${all} sheets).`,
  };
  return {
    severity: 'warning',
    confidence: 0.6,
    message,
    observations: [],
    recordIds: [sheet.id],
    place,
    evidence: { [box]: '', filled, sheets: all },
    compared: [sheet.name, box],
  };
}
