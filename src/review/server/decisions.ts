import { MUTED_RULES, VERDICTS } from '../../emit/verdict-file.ts';
import type { Decision, RecordedVerdict, Verdict } from '../../model/index.ts';
import { MutedRules } from '../../verdict/muted-rules.ts';
import { isDecision, Standing } from '../../verdict/standing.ts';
import type { IndexedFinding } from './finding-index.ts';
import { FollowedFile } from './followed-file.ts';

/** How many decisions of a person can be taken back. */
const CAN_BE_UNDONE = 50;

/** All that people have decided in a folder, by this server and others. */
export class Decisions {
  readonly #folder: string;
  #verdicts: FollowedFile<RecordedVerdict>;
  #mutes: FollowedFile<Parameters<MutedRules['add']>[0]>;
  #standing = new Standing();
  #muted = new MutedRules();
  /** all lines that decide, and the fingerprints any line speaks of */
  #decided: Decision[] = [];
  #touched = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
    this.#verdicts = new FollowedFile(folder, VERDICTS);
    this.#mutes = new FollowedFile(folder, MUTED_RULES);
  }

  /** Takes in what was added to the files; gives the new lines of verdicts.jsonl, and whether rules were muted. */
  async follow(): Promise<{ verdicts: readonly RecordedVerdict[]; mutes: boolean }> {
    const [verdicts, mutes] = [await this.#verdicts.next(), await this.#mutes.next()];
    if (verdicts === null || mutes === null) {
      this.#forget();
      return this.follow();
    }
    for (const line of verdicts) this.#take(line);
    for (const line of mutes) this.#muted.add(line);
    return { verdicts, mutes: mutes.length > 0 };
  }

  /** What was decided on a finding: by a line of verdicts.jsonl, else as the last check lent it. */
  verdictOf({ fingerprint, verdict }: Pick<IndexedFinding, 'fingerprint' | 'verdict'>): Verdict | null {
    return this.#standing.of(fingerprint)?.verdict ?? (this.#touched.has(fingerprint) ? null : verdict);
  }

  isMuted(finding: Pick<IndexedFinding, 'documentIds' | 'rule'>): boolean {
    return this.#muted.has({ rule: finding.rule, documentIds: [...finding.documentIds] });
  }

  mutedIn(documentId: string): string[] {
    return this.#muted.of(documentId);
  }

  /** Those that stand on a fingerprint, the latest first. */
  on(fingerprint: string): readonly Decision[] {
    return this.#standing.allOf(fingerprint);
  }

  standing(): readonly Decision[] {
    return this.#standing.latest();
  }

  /** How many things were decided at or after an instant. */
  decidedSince(instant: Date): number {
    const from = instant.toISOString();
    return this.#standing.latest().filter(({ at }) => at >= from).length;
  }

  /** The latest decision of a person that still stands and can be taken back. */
  lastOf(by: string | null): Decision | null {
    const own = this.#decided.filter((decision) => decision.by === by).slice(-CAN_BE_UNDONE);
    return own.findLast((decision) => this.#standing.allOf(decision.fingerprint).includes(decision)) ?? null;
  }

  #take(line: RecordedVerdict): void {
    this.#standing.add(line);
    this.#touched.add(line.fingerprint);
    if (isDecision(line)) this.#decided.push(line);
  }

  #forget(): void {
    this.#verdicts = new FollowedFile(this.#folder, VERDICTS);
    this.#mutes = new FollowedFile(this.#folder, MUTED_RULES);
    this.#standing = new Standing();
    this.#muted = new MutedRules();
    this.#decided = [];
    this.#touched = new Set();
  }
}
