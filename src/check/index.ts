import { createHash } from 'node:crypto';
import type { Finding, Observation } from '../model/index.ts';
import { type FoundByRule, type RuleInput, rules } from './rules/index.ts';

/** Runs the rules over a report and links each finding from the observations it is about. */
export function checkReport(input: RuleInput): Finding[] {
  const seen = new Map<string, number>();
  const findings = rules.flatMap((rule) =>
    rule.check(input).map((found) => findingOf(input.documentId, rule.slug, found, seen)),
  );
  const byId = new Map<string, Observation>(
    input.observations.map((observation) => [observation.id, observation]),
  );
  for (const finding of findings)
    for (const id of finding.observationIds) byId.get(id)?.findings.push(finding.id);
  return findings;
}

/** Things compared twice with the same words and numbers are told apart by their order. */
function findingOf(documentId: string, rule: string, found: FoundByRule, seen: Map<string, number>): Finding {
  const { compared, ...finding } = found;
  const key = JSON.stringify([documentId, rule, compared]);
  const nth = seen.get(key) ?? 0;
  seen.set(key, nth + 1);
  const fingerprint = createHash('sha256')
    .update(nth === 0 ? key : `${key}#${nth}`)
    .digest('hex')
    .slice(0, 16);
  return {
    id: `${documentId}-f${fingerprint}`,
    rule,
    documentIds: [documentId],
    fingerprint,
    verdict: null,
    ...finding,
  };
}
