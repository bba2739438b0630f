import type { Finding, RecordedVerdict, Report, Verdict } from '../model/index.ts';
import { withCorrections } from './corrections.ts';

/** Fingerprint of a finding that became part of another → fingerprint of the other. */
export type Absorbed = { readonly [fingerprint: string]: string };

/** Decisions on the cell itself, which hold for every finding that suspects it; `fine` and `unsure` judge one comparison. */
const ABOUT_THE_CELL: ReadonlySet<Verdict> = new Set(['sourceError', 'misreading']);

/** What people decided, by what was compared, and which of it this run has met again. */
export class Verdicts {
  readonly #latest: ReadonlyMap<string, RecordedVerdict>;
  readonly #met = new Set<string>();
  readonly #untold = new Set<string>();

  /** `all` in the order of deciding: of several on one finding the last counts. */
  constructor(all: readonly RecordedVerdict[]) {
    this.#latest = new Map(all.map((verdict) => [verdict.fingerprint, verdict]));
  }

  /** The findings with what was decided on them; a finding that became part of another lends it what it knows of the cell. */
  applyTo(findings: readonly Finding[], absorbed: Absorbed): Finding[] {
    const lent = new Map<string, Verdict>();
    for (const [part, whole] of Object.entries(absorbed)) {
      const verdict = this.#meet(part)?.verdict;
      if (verdict !== undefined && ABOUT_THE_CELL.has(verdict)) lent.set(whole, verdict);
    }
    return findings.map((finding) => ({
      ...finding,
      verdict: this.#meet(finding.fingerprint)?.verdict ?? lent.get(finding.fingerprint) ?? null,
    }));
  }

  /** The readings people have put right: observation id → the verdict with what the cell says. */
  correctionsOf(findings: readonly Finding[], absorbed: Absorbed): Map<string, RecordedVerdict> {
    const suspects = new Map(findings.map((finding) => [finding.fingerprint, suspectOf(finding)]));
    for (const [part, whole] of Object.entries(absorbed)) suspects.set(part, suspects.get(whole));
    const corrections = new Map<string, RecordedVerdict>();
    for (const [fingerprint, suspect] of suspects) {
      const verdict = this.#latest.get(fingerprint);
      if (suspect === undefined || verdict?.verdict !== 'misreading' || verdict.value === null) continue;
      const former = corrections.get(suspect);
      if (former === undefined || former.at < verdict.at) corrections.set(suspect, verdict);
    }
    return corrections;
  }

  /** What counts: one verdict a fingerprint. */
  all(): RecordedVerdict[] {
    return [...this.#latest.values()];
  }

  /** Fingerprints of verdicts met since this was last asked: what a worker tells its parent. */
  takeMet(): string[] {
    const met = [...this.#untold];
    this.#untold.clear();
    return met;
  }

  /** Fingerprints of the verdicts that a report meets, with those on findings that became part of others. */
  metBy({ findings, checks }: Report): string[] {
    const all = [...findings.map(({ fingerprint }) => fingerprint), ...Object.keys(checks?.absorbed ?? {})];
    return all.filter((fingerprint) => this.#latest.has(fingerprint));
  }

  /** Counts verdicts as met that a worker has met. */
  meet(fingerprints: readonly string[]): void {
    for (const fingerprint of fingerprints) this.#meet(fingerprint);
  }

  /** Verdicts whose finding was not met: what was compared has changed. Oldest first. */
  stale(): RecordedVerdict[] {
    return [...this.#latest.values()].filter(({ fingerprint }) => !this.#met.has(fingerprint));
  }

  #meet(fingerprint: string): RecordedVerdict | undefined {
    const verdict = this.#latest.get(fingerprint);
    if (verdict !== undefined && !this.#met.has(fingerprint)) {
      this.#met.add(fingerprint);
      this.#untold.add(fingerprint);
    }
    return verdict;
  }
}

/** The cell a corrected value is for: the one the finding would repair, else the one it suspects. */
export function suspectOf({ suggestion, observationIds }: Finding): string | undefined {
  return suggestion?.observationId ?? observationIds[0];
}

/** The report with what people decided on its findings, and the readings they have put right. */
export function withVerdicts(report: Report, verdicts: Verdicts): Report {
  const absorbed = report.checks?.absorbed ?? {};
  return {
    ...report,
    findings: verdicts.applyTo(report.findings, absorbed),
    observations: withCorrections(report.observations, verdicts.correctionsOf(report.findings, absorbed)),
  };
}
