import type { Observation, Record, Report } from '../../src/model/index.ts';
import { readReport } from '../../src/pipeline.ts';
import type { VocabularyAdditions } from '../../src/vocabulary/index.ts';
import { createVocabulary } from '../../src/vocabulary/index.ts';

export async function readText(
  text: string,
  { path = 'report.txt', words }: { path?: string; words?: VocabularyAdditions } = {},
): Promise<Report> {
  const input = { path, documentId: 'd', bytes: Buffer.from(text) };
  return readReport(input, words === undefined ? {} : { vocabulary: createVocabulary(words) });
}

/** `相談件数 | actual R5 | 12件`: what is measured, as what and when, and what was printed. */
export function brief({ indicator, measure, timePeriod, raw }: Observation): string {
  return [indicator, timePeriod === null ? measure : `${measure} ${timePeriod.label}`, raw].join(' | ');
}

export async function briefs(text: string): Promise<string[]> {
  return (await readText(text)).observations.map(brief);
}

/** The only record of a kind; throws where there are none or several. */
export function onlyRecord<T extends Record['type']>(
  report: Report,
  type: T,
): Extract<Record, { readonly type: T }> {
  const found = report.records.filter(
    (record): record is Extract<Record, { readonly type: T }> => record.type === type,
  );
  if (found.length !== 1) throw new Error(`expected one ${type} record, got ${found.length}`);
  return found[0]!;
}

export function only<T>(list: readonly T[]): T {
  if (list.length !== 1) throw new Error(`expected one, got ${list.length}`);
  return list[0]!;
}
