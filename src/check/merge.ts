import { type Finding, GRAVITY } from '../model/index.ts';

/** Findings of which each has a suspect of its own. */
export interface Merged {
  readonly findings: Finding[];
  /** fingerprint of a finding that became part of another → fingerprint of the other */
  readonly absorbed: ReadonlyMap<string, string>;
}

/**
 * Makes one finding of all that suspect the same cell, so that one slip is told once with all that speaks against it.
 *
 *     達成率 29% ≠ 11 ÷ 250      suspect: R5 11人      ┐
 *     目標の値 11 ≠ 72 (累計)     suspect: R5 11人      ┴→ one finding, its evidence holding `also: cumulative-series`
 *
 * The gravest stays, of those the surest, of those the first; so no warning ever ends inside an info. It takes over the
 * others' places, and a suggestion where it has none. What has no observation stands for itself. Keeps the order.
 *
 * @param ofPrint slugs of rules about rows, labels and lines; their findings stand for themselves
 */
export function mergeFindings(all: readonly Finding[], ofPrint: ReadonlySet<string> = new Set()): Merged {
  const bySuspect = Map.groupBy(all, (finding) => suspectOf(finding, ofPrint));
  const absorbed = new Map<string, string>();
  const findings = [...bySuspect.values()].map((group) => {
    const [main, ...others] = group.toSorted(
      (a, b) => GRAVITY[a.severity] - GRAVITY[b.severity] || b.confidence - a.confidence,
    );
    for (const other of others) absorbed.set(other.fingerprint, main!.fingerprint);
    return others.reduce(joined, main!);
  });
  return { findings, absorbed };
}

const suspectOf = ({ id, rule, observationIds }: Finding, ofPrint: ReadonlySet<string>): string =>
  ofPrint.has(rule) ? id : (observationIds[0] ?? id);

function joined(main: Finding, other: Finding): Finding {
  return {
    ...main,
    documentIds: united(main.documentIds, other.documentIds),
    observationIds: united(main.observationIds, other.observationIds),
    recordIds: united(main.recordIds, other.recordIds),
    evidence: {
      ...main.evidence,
      [freeName(`also: ${other.rule}`, main.evidence)]: `${other.message.ja} / ${other.message.en}`,
    },
    suggestion: main.suggestion ?? other.suggestion,
  };
}

const united = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

/** `also: rule`, and where the same rule spoke before: `also: rule (2)`. */
function freeName(name: string, evidence: Finding['evidence']): string {
  let free = name;
  for (let nth = 2; free in evidence; nth += 1) free = `${name} (${nth})`;
  return free;
}
