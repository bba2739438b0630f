import { join } from 'node:path';
import { rules } from '../../check/index.ts';
import { linesOf } from '../../emit/line-reader.ts';
import type { Observation } from '../../model/index.ts';
import type { Overview } from '../api.ts';
import type { IndexedFinding } from './finding-index.ts';
import { openCount } from './queue.ts';
import type { ReviewFolder } from './review-folder.ts';
import { TargetTally } from './targets-met.ts';

/** What of an overview is counted over all observations: it changes only with the run. */
export interface Counted {
  /** documentId → its observations */
  readonly observations: ReadonlyMap<string, number>;
  readonly targets: Overview['targets'];
}

/** Counts over all observations of a run, line by line. */
export async function countObservations(folder: string): Promise<Counted> {
  const observations = new Map<string, number>();
  const targets = new TargetTally();
  for await (const line of linesOf(join(folder, 'observations.jsonl'))) {
    if (line.length === 0) continue;
    const observation = JSON.parse(line.toString()) as Observation;
    observations.set(observation.documentId, (observations.get(observation.documentId) ?? 0) + 1);
    targets.add(observation);
  }
  return { observations, targets: targets.end() };
}

/** What a manager reads in a minute. Findings of muted rules are left out. */
export function overviewOf(review: ReviewFolder, counted: Counted): Overview {
  const { counts } = review.run;
  const told = review.findings.filter((finding) => !review.decisions.isMuted(finding));
  return {
    reports: review.documents.size,
    records: counts.records,
    observations: counts.observations,
    shareChecked: shareChecked(review),
    findings: bySeverity(told),
    open: openCount(review),
    byRule: [...Map.groupBy(told, ({ rule }) => rule)]
      .map(([rule, own]) => ({ rule, ...bySeverity(own) }))
      .sort((a, b) => b.error - a.error || b.warning - a.warning || b.info - a.info),
    byArea: byArea(review, counted, told),
    targets: counted.targets,
    departments: byDepartment(review, told),
  };
}

const ofFigures = rules.filter(({ subject }) => subject === 'figures').map(({ slug }) => slug);

/**
 * Share of observations that a rule on figures looked at. Rules say how many things they tested and not which, so this is
 * what the rule that tested most has looked at: no less than that.
 */
function shareChecked({ run }: ReviewFolder): number {
  const most = Math.max(0, ...ofFigures.map((slug) => run.rules[slug]?.checked ?? 0));
  return run.counts.observations === 0 ? 0 : Math.min(1, most / run.counts.observations);
}

function bySeverity(findings: readonly IndexedFinding[]): Overview['findings'] {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function byArea(
  review: ReviewFolder,
  { observations }: Counted,
  told: readonly IndexedFinding[],
): Overview['byArea'] {
  const areaOf = (id: string): string => review.documents.get(id)?.refArea?.name ?? '';
  const findings = Map.groupBy(told, ({ documentIds }) => areaOf(documentIds[0]!));
  return [...Map.groupBy(review.documents.keys(), areaOf)]
    .map(([area, ids]) => {
      const own = findings.get(area) ?? [];
      return {
        ...{ area, reports: ids.length, findings: own.length },
        observations: ids.reduce((sum, id) => sum + (observations.get(id) ?? 0), 0),
        open: own.filter((finding) => review.isOpen(finding)).length,
      };
    })
    .sort((a, b) => b.open - a.open || b.findings - a.findings);
}

function byDepartment(review: ReviewFolder, told: readonly IndexedFinding[]): Overview['departments'] {
  const named = told.flatMap((finding) => finding.departments.map((name) => ({ name, finding })));
  return [...Map.groupBy(named, ({ name }) => name)]
    .map(([name, own]) => ({
      name,
      open: own.filter(({ finding }) => review.isOpen(finding)).length,
      findings: own.length,
    }))
    .sort((a, b) => b.open - a.open || b.findings - a.findings);
}
