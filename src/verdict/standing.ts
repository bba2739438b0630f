import type { Decision, RecordedVerdict } from '../model/index.ts';

/**
 * What stands of all that was decided: by fingerprint, the decisions that nobody has taken back, the first one first.
 * A line without a verdict takes back the latest decision of its person on its fingerprint.
 *
 *     田中 fine, 佐藤 misreading, 佐藤 null  →  田中 fine
 */
export class Standing {
  readonly #decisions = new Map<string, Decision[]>();

  constructor(lines: Iterable<RecordedVerdict> = []) {
    for (const line of lines) this.add(line);
  }

  /** Takes the next line of verdicts.jsonl. */
  add(line: RecordedVerdict): void {
    const own = this.#decisions.get(line.fingerprint) ?? [];
    if (isDecision(line)) own.push(line);
    else {
      const at = own.findLastIndex(({ by }) => by === line.by);
      if (at !== -1) own.splice(at, 1);
    }
    if (own.length === 0) this.#decisions.delete(line.fingerprint);
    else this.#decisions.set(line.fingerprint, own);
  }

  /** The decision that counts. */
  of(fingerprint: string): Decision | undefined {
    return this.#decisions.get(fingerprint)?.at(-1);
  }

  /** All that stand on a fingerprint, the latest first. */
  allOf(fingerprint: string): readonly Decision[] {
    return this.#decisions.get(fingerprint)?.toReversed() ?? [];
  }

  /** What counts: one decision a fingerprint. */
  latest(): Decision[] {
    return [...this.#decisions.values()].flatMap((own) => own.at(-1) ?? []);
  }
}

export function isDecision(line: RecordedVerdict): line is Decision {
  return line.verdict !== null;
}
