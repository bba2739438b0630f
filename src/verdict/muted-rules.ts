import type { Finding, RecordedMute } from '../model/index.ts';

/** The rules that people found to say nothing of use, by document. */
export class MutedRules {
  readonly #lines = new Map<string, RecordedMute>();

  constructor(lines: Iterable<RecordedMute> = []) {
    for (const line of lines) this.add(line);
  }

  /** Takes the next line of muted-rules.jsonl; the last one on a rule and document counts. */
  add(line: RecordedMute): void {
    this.#lines.set(JSON.stringify([line.documentId, line.rule]), line);
  }

  /** Whether the rule of a finding is muted in the document the finding belongs to, its first. */
  has({ documentIds, rule }: Pick<Finding, 'documentIds' | 'rule'>): boolean {
    return this.#lines.get(JSON.stringify([documentIds[0], rule]))?.muted ?? false;
  }

  /** Slugs of the rules muted in a document. */
  of(documentId: string): string[] {
    return this.all().flatMap((line) => (line.documentId === documentId ? [line.rule] : []));
  }

  /** What is muted: one line a document and rule. */
  all(): RecordedMute[] {
    return [...this.#lines.values()].filter(({ muted }) => muted);
  }
}
