import {
  type Finding,
  GRAVITY,
  type IndicatorRecord,
  type Observation,
  type Record,
} from '../model/index.ts';
import weights from './influence.json' with { type: 'json' };

/** What the order of findings is taken from. */
export interface RankInput {
  readonly byId: ReadonlyMap<string, Observation>;
  readonly recordsById: ReadonlyMap<string, Record>;
}

const TOTAL_WORDS = new Set(weights.totalWords);

/** What the order of findings is made of. */
export type Ranked = Pick<Finding, 'severity' | 'page' | 'line'> & { readonly weight: number };

/**
 * The findings in the order a person should read them: the gravest first, then by suspicion × influence (headline
 * targets before activity rows, totals before parts), then as they stand in the report.
 */
export function rankFindings(findings: readonly Finding[], { byId, recordsById }: RankInput): Finding[] {
  return findings
    .map((finding) => {
      const suspect = byId.get(finding.observationIds[0] ?? '');
      const { severity, page, line } = finding;
      const weight = weightOf(finding, suspect, suspect && recordsById.get(suspect.recordId));
      return { finding, severity, page, line, weight };
    })
    .sort(byRank)
    .map(({ finding }) => finding);
}

/** Orders findings as `rankFindings` does. */
export const byRank = (a: Ranked, b: Ranked): number =>
  GRAVITY[a.severity] - GRAVITY[b.severity] || b.weight - a.weight || placeOf(a) - placeOf(b);

/** Suspicion × influence, 0..1. `record` is the row of the suspect. */
export function weightOf(
  { confidence }: Pick<Finding, 'confidence'>,
  suspect: Pick<Observation, 'measure' | 'indicator' | 'path'> | undefined,
  record: RecordKind | undefined,
): number {
  return confidence * (suspect === undefined ? weights.noObservation : influenceOf(suspect, record));
}

/** What of a record says how far its cells reach. */
export type RecordKind = Pick<Record, 'type'> & { readonly level?: IndicatorRecord['level'] };

/** How far the suspect reaches: 1 a goal's headline, 0.5 a row of activities. */
function influenceOf(
  suspect: Pick<Observation, 'measure' | 'indicator' | 'path'>,
  record: RecordKind | undefined,
): number {
  const measures: { readonly [measure: string]: number } = weights.headlineMeasures;
  return Math.max(levelOf(record), measures[suspect.measure] ?? 0, isTotal(suspect) ? weights.total : 0);
}

function levelOf(record: RecordKind | undefined): number {
  if (record === undefined) return 0;
  if (record.type === 'indicator') return weights.levels[record.level ?? 'project'];
  return weights.recordTypes[record.type];
}

function isTotal({ indicator, path }: Pick<Observation, 'indicator' | 'path'>): boolean {
  return TOTAL_WORDS.has(bare(indicator)) || TOTAL_WORDS.has(bare(path.at(-1) ?? ''));
}

const bare = (label: string): string => label.replace(/[\s（(].*$|\s/gu, '');

const placeOf = ({ page, line }: Pick<Finding, 'page' | 'line'>): number => (page ?? 0) * 1e7 + (line ?? 0);
