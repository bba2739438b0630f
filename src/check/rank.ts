import { type Finding, GRAVITY, type Observation, type Record } from '../model/index.ts';
import weights from './influence.json' with { type: 'json' };

/** What the order of findings is taken from. */
export interface RankInput {
  readonly byId: ReadonlyMap<string, Observation>;
  readonly recordsById: ReadonlyMap<string, Record>;
}

const TOTAL_WORDS = new Set(weights.totalWords);

/**
 * The findings in the order a person should read them: the gravest first, then by suspicion × influence (headline
 * targets before activity rows, totals before parts), then as they stand in the report.
 */
export function rankFindings(findings: readonly Finding[], input: RankInput): Finding[] {
  return findings
    .map((finding) => ({ finding, weight: finding.confidence * influenceOf(finding, input) }))
    .sort(
      (a, b) =>
        GRAVITY[a.finding.severity] - GRAVITY[b.finding.severity] ||
        b.weight - a.weight ||
        placeOf(a.finding) - placeOf(b.finding),
    )
    .map(({ finding }) => finding);
}

/** How far the suspect reaches: 1 a goal's headline, 0.5 a row of activities. */
function influenceOf({ observationIds }: Finding, { byId, recordsById }: RankInput): number {
  const suspect = byId.get(observationIds[0] ?? '');
  if (suspect === undefined) return weights.noObservation;
  const record = recordsById.get(suspect.recordId);
  const measures: { readonly [measure: string]: number } = weights.headlineMeasures;
  const level =
    record === undefined
      ? 0
      : record.type === 'indicator'
        ? weights.levels[record.level]
        : weights.recordTypes[record.type];
  return Math.max(level, measures[suspect.measure] ?? 0, isTotal(suspect) ? weights.total : 0);
}

function isTotal({ indicator, path }: Observation): boolean {
  return TOTAL_WORDS.has(bare(indicator)) || TOTAL_WORDS.has(bare(path.at(-1) ?? ''));
}

const bare = (label: string): string => label.replace(/[\s（(].*$|\s/gu, '');

const placeOf = ({ page, line }: Finding): number => (page ?? 0) * 1e7 + (line ?? 0);
