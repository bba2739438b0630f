import {
  type Decision,
  type Finding,
  fingerprintOfCell,
  type Observation,
  type RecordedMute,
  type RecordedVerdict,
  type Report,
  type Verdict,
} from '../model/index.ts';
import { withCorrections } from './corrections.ts';
import { MutedRules } from './muted-rules.ts';
import { Standing } from './standing.ts';

/** Fingerprint of a finding that became part of another → fingerprint of the other. */
export type Absorbed = { readonly [fingerprint: string]: string };

/** Decisions on the cell itself, which hold for every finding that suspects it; `fine` and `unsure` judge one comparison. */
const ABOUT_THE_CELL: ReadonlySet<Verdict> = new Set(['sourceError', 'misreading']);

/** What people decided, by what was compared, and which of it this run has met again. */
export class Verdicts {
  readonly #latest: ReadonlyMap<string, Decision>;
  readonly #muted: MutedRules;
  readonly #met = new Set<string>();
  readonly #untold = new Set<string>();

  /** `all` in the order of deciding: of several on one finding the last that was not taken back counts. */
  constructor(all: readonly RecordedVerdict[], muted: readonly RecordedMute[] = []) {
    this.#latest = new Map(new Standing(all).latest().map((verdict) => [verdict.fingerprint, verdict]));
    this.#muted = new MutedRules(muted);
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
      muted: this.#muted.has(finding),
    }));
  }

  /**
   * The readings people have put right, on findings and on cells without one: observation id → the verdict with what
   * the cell says.
   */
  correctionsOf(
    findings: readonly Finding[],
    absorbed: Absorbed,
    observations: readonly Pick<Observation, 'id'>[] = [],
  ): Map<string, RecordedVerdict> {
    const suspects = new Map(findings.map((finding) => [finding.fingerprint, suspectOf(finding)]));
    for (const [part, whole] of Object.entries(absorbed)) suspects.set(part, suspects.get(whole));
    for (const { id } of observations) {
      const fingerprint = fingerprintOfCell(id);
      if (this.#meet(fingerprint) !== undefined) suspects.set(fingerprint, id);
    }
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

  /** What counts: the rules that are muted. */
  muted(): RecordedMute[] {
    return this.#muted.all();
  }

  /** Fingerprints of verdicts met since this was last asked: what a worker tells its parent. */
  takeMet(): string[] {
    const met = [...this.#untold];
    this.#untold.clear();
    return met;
  }

  /** Fingerprints of the verdicts that a report meets: on its findings, on those that became part of others, on its cells. */
  metBy({ findings, observations, checks }: Report): string[] {
    const all = [
      ...findings.map(({ fingerprint }) => fingerprint),
      ...Object.keys(checks?.absorbed ?? {}),
      ...observations.map(({ id }) => fingerprintOfCell(id)),
    ];
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

  #meet(fingerprint: string): Decision | undefined {
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
  const { findings, observations } = report;
  const absorbed = report.checks?.absorbed ?? {};
  return {
    ...report,
    findings: verdicts.applyTo(findings, absorbed),
    observations: withCorrections(observations, verdicts.correctionsOf(findings, absorbed, observations)),
  };
}
