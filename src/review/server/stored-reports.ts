import { readStoredReport } from '../../emit/stored-report.ts';
import type { HeaderCell, Observation, Record, Report } from '../../model/index.ts';
import { headerWords } from './header-places.ts';
import { SourceLines } from './source-lines.ts';

/** A report as it is stored, with what finds its way about in it. */
export interface OpenReport {
  readonly report: Report;
  readonly observations: ReadonlyMap<string, Observation>;
  readonly records: ReadonlyMap<string, Record>;
  readonly lines: SourceLines;
  /** by their words */
  readonly headers: ReadonlyMap<string, readonly HeaderCell[]>;
}

/** How many observations are held in memory over all open reports; some 3 KB each. */
const MOST_OBSERVATIONS = 4_000;

/** The reports people look at, the last few held in memory. */
export class StoredReports {
  readonly #folder: string;
  readonly #open = new Map<string, Promise<OpenReport>>();
  readonly #sizes = new Map<string, number>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** `documentId` must be one the run knows: it names a folder. Throws StoredReportError where that is damaged. */
  async of(documentId: string): Promise<OpenReport> {
    const known = this.#open.get(documentId);
    const opening = known ?? this.#read(documentId);
    this.#open.delete(documentId);
    this.#open.set(documentId, opening);
    try {
      const opened = await opening;
      this.#sizes.set(documentId, opened.observations.size);
      this.#closeOldest(documentId);
      return opened;
    } catch (error) {
      this.#open.delete(documentId);
      throw error;
    }
  }

  /** Forgets what was read: the folder has been written anew. */
  clear(): void {
    this.#open.clear();
    this.#sizes.clear();
  }

  async #read(documentId: string): Promise<OpenReport> {
    const report = await readStoredReport(this.#folder, documentId, 'asWritten');
    return {
      report,
      observations: new Map(report.observations.map((observation) => [observation.id, observation])),
      records: new Map(report.records.map((record) => [record.id, record])),
      lines: new SourceLines(report.text),
      headers: Map.groupBy(report.headers ?? [], ({ text }) => headerWords(text)),
    };
  }

  #closeOldest(current: string): void {
    let held = [...this.#open.keys()].reduce((sum, id) => sum + (this.#sizes.get(id) ?? 0), 0);
    for (const id of this.#open.keys()) {
      if (held <= MOST_OBSERVATIONS || id === current) return;
      held -= this.#sizes.get(id) ?? 0;
      this.#open.delete(id);
    }
  }
}
