import type {
  Box,
  Document,
  Finding,
  Measure,
  Observation,
  Record,
  RecordedVerdict,
  Run,
  Severity,
  Verdict,
} from '../model/index.ts';

/**
 * What the review page asks its server and what it is answered: JSON over HTTP, every address below `/api/`, the token of
 * the page in the header `x-jisseki-token` (or, of a GET, in the parameter `token`). Errors are answered as ApiError with a status of 4xx or 5xx.
 *
 *     GET  /api/run                                → RunView
 *     GET  /api/findings?<FindingFilter>           → FindingPage
 *     GET  /api/findings/:id?<FindingFilter>       → FindingView; the filter says what is previous and next
 *     GET  /api/documents                          → DocumentRow[]
 *     GET  /api/documents/:id/records?offset&limit&search → RecordPage
 *     GET  /api/documents/:id/records/:recordId    → RowView
 *     GET  /api/documents/:id/pages/:page/cells    → PageCells
 *     GET  /api/documents/:id/source               → the bytes of the source (Range requests honoured)
 *     GET  /api/documents/:id/pages/:page/image    → PNG of a page of an image file, where the source is one
 *     GET  /api/documents/:id/lines?from&to        → TextLine[] of a text report
 *     POST /api/verdicts        VerdictRequest     → VerdictAnswer
 *     POST /api/undo            UndoRequest        → VerdictAnswer
 *     POST /api/reading         ReadingRequest     → ReadingAnswer
 *     POST /api/corrections     CorrectionRequest  → RowView
 *     POST /api/muted-rules     MutedRule          → MutedRule[]
 *     POST /api/words/preview   WordRequest        → WordPreview
 *     POST /api/words           WordRequest        → WordPreview, taken
 *     GET  /api/sample          → SampleView;  POST /api/sample  SampleAnswer → SampleView
 *     GET  /api/overview        → Overview
 *     GET  /api/events          → server-sent events: ReviewEvent
 */

export interface ApiError {
  readonly error: { readonly ja: string; readonly en: string };
}

/** What the page shows of the run from its first paint. */
export interface RunView {
  readonly folder: string;
  readonly run: Pick<Run, 'version' | 'startedAt' | 'endedAt' | 'status' | 'checkedAt' | 'counts'>;
  /** of the person at the page, as last given; null where nobody has said */
  readonly reviewer: string | null;
  /** what findings can be filtered by, each with how many it has */
  readonly choices: {
    readonly [field in
      | 'severity'
      | 'rule'
      | 'area'
      | 'year'
      | 'department'
      | 'document'
      | 'verdict']: readonly Choice[];
  };
  /** whether a blind sample was asked for on the command line */
  readonly hasSample: boolean;
}

export interface Choice {
  readonly value: string;
  /** of a rule its title in both languages; of severities and verdicts the value itself */
  readonly label: string | { readonly ja: string; readonly en: string };
  readonly count: number;
}

/** As parameters of the address; several values of a field are several parameters. `open` as a verdict: none yet. */
export interface FindingFilter {
  readonly severity?: readonly Severity[];
  readonly rule?: readonly string[];
  readonly area?: readonly string[];
  readonly year?: readonly string[];
  readonly department?: readonly string[];
  readonly document?: readonly string[];
  readonly verdict?: readonly (Verdict | 'open')[];
  /** looked for in labels, raw text and messages, widths and case folded */
  readonly search?: string;
  readonly offset?: number;
  readonly limit?: number;
}

/** A part of the queue, ranked by suspicion × influence over all documents. */
export interface FindingPage {
  readonly rows: readonly FindingRow[];
  /** that the filter lets through */
  readonly total: number;
  /** of those, without a verdict */
  readonly open: number;
  /** decided since midnight, by anybody */
  readonly decidedToday: number;
}

export interface FindingRow extends Pick<Finding, 'id' | 'rule' | 'severity' | 'message' | 'page' | 'line'> {
  readonly documentId: string;
  readonly documentTitle: string;
  readonly indicator: string | null;
  readonly raw: string | null;
  readonly verdict: Verdict | null;
  /** its rule was said to be of no use in this document: not open, whatever the verdict */
  readonly muted: boolean;
}

/** A finding with all that is needed to decide on it. */
export interface FindingView {
  readonly finding: Finding;
  /** decisions on it, the latest first; the first one counts */
  readonly verdicts: readonly RecordedVerdict[];
  /** where it stands: the suspect first, then the places it is compared with */
  readonly places: readonly Place[];
  /** the row of the suspect; null for a finding on a whole document */
  readonly row: RowView | null;
  readonly previous: string | null;
  readonly next: string | null;
}

/** A cell in its source. */
export interface Place {
  readonly documentId: string;
  readonly documentTitle: string;
  readonly source: SourceKind;
  readonly observationId: string | null;
  readonly page: number;
  /** points from the top left; null for a text */
  readonly box: Box | null;
  readonly line: number | null;
  /** code points of the cell within its line, for a text */
  readonly columns: readonly [start: number, end: number] | null;
  /** the cells that gave it its meaning */
  readonly headers: readonly HeaderPlace[];
}

export interface HeaderPlace {
  readonly text: string;
  readonly page: number;
  readonly box: Box | null;
  readonly line: number | null;
  readonly columns: readonly [start: number, end: number] | null;
}

export type SourceKind = 'pdf' | 'image' | 'text';

/** A record and its values, as a person reads a row. */
export interface RowView {
  readonly documentId: string;
  readonly record: Record;
  readonly observations: readonly Observation[];
  /** ids of its open findings by observation */
  readonly findings: { readonly [observationId: string]: readonly string[] };
}

export interface DocumentRow
  extends Pick<Document, 'id' | 'title' | 'refArea' | 'reportPeriod' | 'unknownHeaders'> {
  readonly path: string;
  readonly source: SourceKind;
  readonly pages: number;
  /** of the text, where the source is one */
  readonly lines: number | null;
  readonly records: number;
  readonly findings: number;
  readonly open: number;
  /** false where the file is not where it was, or not as it was read: its pictures are not shown */
  readonly hasSource: boolean;
  readonly mutedRules: readonly string[];
}

export interface RecordPage {
  readonly rows: readonly {
    readonly id: string;
    readonly type: Record['type'];
    readonly name: string;
    readonly path: readonly string[];
    readonly page: number;
    readonly line: number | null;
    readonly observations: number;
    readonly findings: number;
  }[];
  readonly total: number;
}

/** The value cells of a page, for boxes that can be clicked. */
export interface PageCells {
  /** of the page as boxes are measured, in points; null where the output does not say */
  readonly width: number | null;
  readonly height: number | null;
  /** degrees that a PDF page is drawn with so that boxes fit; 0 for images; null where the output does not say */
  readonly rotation: number | null;
  readonly cells: readonly {
    readonly observationId: string;
    readonly recordId: string;
    readonly box: Box;
    readonly measure: Measure;
    readonly findings: readonly string[];
  }[];
}

export interface TextLine {
  readonly line: number;
  readonly text: string;
  /** the value cells that begin on it */
  readonly cells: readonly {
    readonly observationId: string;
    readonly recordId: string;
    readonly columns: readonly [start: number, end: number];
    readonly findings: readonly string[];
  }[];
}

export interface VerdictRequest {
  readonly findingId: string;
  readonly verdict: Verdict;
  /** what the cell says, with `misreading` or `sourceError` */
  readonly value?: string | null;
  readonly note?: string | null;
  readonly by?: string | null;
}

/** Takes back the latest decision of this person (the last fifty can be). */
export interface UndoRequest {
  readonly by?: string | null;
}

export interface VerdictAnswer {
  /** null where there was nothing to undo, and where what was taken back stood on no finding */
  readonly view: FindingView | null;
  /** the row of a correction that was taken back; null else */
  readonly row: RowView | null;
  readonly open: number;
  readonly decidedToday: number;
}

export interface ReadingRequest {
  readonly observationId: string;
  readonly documentId: string;
  readonly value: string;
}

/** What the normalizer makes of a typed value, before it is taken. */
export interface ReadingAnswer {
  readonly before: Observation;
  readonly after: Observation;
}

/** A value put right that no finding stands on. */
export interface CorrectionRequest extends ReadingRequest {
  readonly note?: string | null;
  readonly by?: string | null;
}

/** A rule that says nothing of use about a document. */
export interface MutedRule {
  readonly documentId: string;
  readonly rule: string;
  readonly muted: boolean;
  readonly by?: string | null;
}

/** An unknown header and what it means. */
export interface WordRequest {
  readonly documentId: string;
  readonly header: string;
  /** a key of `meanings`; empty in a preview: only `meanings` are asked for */
  readonly meaning: string;
}

/** What a document would read like with the word. */
export interface WordPreview {
  readonly taken: boolean;
  readonly added: number;
  readonly removed: number;
  readonly changed: readonly { readonly before: Observation | null; readonly after: Observation | null }[];
  /** the vocabulary's keys a header may be given, with their words in both languages */
  readonly meanings: readonly { readonly key: string; readonly ja: string; readonly en: string }[];
}

/** A blind sample: cells drawn by a seed, shown without our reading. */
export interface SampleView {
  readonly seed: number;
  readonly size: number;
  readonly done: number;
  /** the cell to key next, without what was read; null when all are done */
  readonly next: { readonly index: number; readonly place: Place; readonly unit: string | null } | null;
  /** of the cells keyed so far; the interval is Wilson’s at 95 % */
  readonly result: {
    readonly keyed: number;
    readonly wrong: number;
    readonly rate: number;
    readonly low: number;
    readonly high: number;
  } | null;
  readonly disagreements: readonly {
    readonly index: number;
    readonly place: Place;
    readonly keyed: string;
    readonly raw: string;
  }[];
}

export interface SampleAnswer {
  readonly index: number;
  /** as printed; null: cannot be read */
  readonly keyed: string | null;
  readonly by?: string | null;
}

/** What a manager reads in a minute. */
export interface Overview {
  readonly reports: number;
  readonly records: number;
  readonly observations: number;
  /** observations that at least one rule looked at, of all */
  readonly shareChecked: number;
  readonly findings: { readonly [severity in Severity]: number };
  readonly open: number;
  readonly byRule: readonly {
    readonly rule: string;
    readonly error: number;
    readonly warning: number;
    readonly info: number;
  }[];
  readonly byArea: readonly {
    readonly area: string;
    readonly reports: number;
    readonly observations: number;
    readonly findings: number;
    readonly open: number;
  }[];
  /** indicators with a target and a result of the same or a later period, and how many of them met it */
  readonly targets: { readonly compared: number; readonly met: number };
  readonly departments: readonly {
    readonly name: string;
    readonly open: number;
    readonly findings: number;
  }[];
}

export type ReviewEvent =
  | {
      readonly kind: 'verdict';
      readonly findingId: string;
      readonly verdict: Verdict | null;
      readonly by: string | null;
    }
  | { readonly kind: 'reloaded' };
