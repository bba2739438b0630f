import { join } from 'node:path';
import { byRank, type RecordKind, weightOf } from '../../check/index.ts';
import { linesOf } from '../../emit/line-reader.ts';
import type { Document, Finding, Observation } from '../../model/index.ts';
import { foldText } from '../../normalize/index.ts';
import { suspectOf } from '../../verdict/verdicts.ts';

/** What the queue and its filters need of a finding; small, so that thousands fit. */
export interface IndexedFinding
  extends Pick<
    Finding,
    'id' | 'rule' | 'severity' | 'message' | 'page' | 'line' | 'fingerprint' | 'verdict'
  > {
  /** the first is the one it belongs to */
  readonly documentIds: readonly string[];
  /** the cell a corrected value would be for */
  readonly suspect: string | undefined;
  readonly indicator: string | null;
  readonly raw: string | null;
  readonly departments: readonly string[];
  /** suspicion × influence */
  readonly weight: number;
  /** folded: labels, raw text, messages */
  readonly searched: string;
}

/** Longest piece of a cell that is kept for the queue, in UTF-16 code units: a cell may be megabytes. */
const KEPT_OF_CELL = 300;

/**
 * Reads what the queue needs of a run's findings, best ranked first. The observations are gone through line by line and
 * only the suspects are parsed.
 */
export async function indexFindings(
  folder: string,
  documents: ReadonlyMap<string, Document>,
): Promise<IndexedFinding[]> {
  const findings = await readFindings(folder);
  const suspectIds = new Set(findings.flatMap(({ observationIds }) => observationIds.slice(0, 1)));
  const suspects = await readSuspects(folder, suspectIds);
  const records = await readKinds(folder, new Set([...suspects.values()].map(({ recordId }) => recordId)));
  return findings
    .map((finding) => {
      const suspect = suspects.get(finding.observationIds[0] ?? '');
      return indexed(finding, suspect, suspect && records.get(suspect.recordId), documents);
    })
    .sort((a, b) => byRank(a, b) || (a.id < b.id ? -1 : 1));
}

/** For looking up: one spelling of widths, one case. */
export const searchable = (text: string): string => foldText(text).toLowerCase();

function indexed(
  finding: Finding,
  suspect: Suspect | undefined,
  record: RecordKind | undefined,
  documents: ReadonlyMap<string, Document>,
): IndexedFinding {
  const { id, rule, severity, message, page, line, fingerprint, verdict, documentIds } = finding;
  const { indicator = null, raw = null, departments = [], path = [], activity = null } = suspect ?? {};
  const title = documents.get(documentIds[0]!)?.title ?? '';
  const words = [id, indicator, activity, raw, ...path, message.ja, message.en, title];
  return {
    ...{ id, rule, severity, message, page, line, fingerprint, verdict, documentIds },
    ...{ indicator, raw, departments },
    suspect: suspectOf(finding),
    weight: weightOf(finding, suspect, record),
    searched: searchable(words.filter((word) => word !== null).join('\n')),
  };
}

async function readFindings(folder: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for await (const line of linesOf(join(folder, 'findings.jsonl')))
    if (line.length > 0) findings.push(JSON.parse(line.toString()) as Finding);
  return findings;
}

type Suspect = Pick<
  Observation,
  'recordId' | 'indicator' | 'raw' | 'departments' | 'path' | 'activity' | 'measure'
>;

const NO_FINDINGS = Buffer.from(',"findings":[],"original":');

async function readSuspects(folder: string, ids: ReadonlySet<string>): Promise<Map<string, Suspect>> {
  const suspects = new Map<string, Suspect>();
  for await (const line of linesOf(join(folder, 'observations.jsonl'))) {
    if (line.length === 0 || line.includes(NO_FINDINGS)) continue;
    const observation = JSON.parse(line.toString()) as Observation;
    if (!ids.has(observation.id)) continue;
    const { id, recordId, indicator, raw, departments, path, activity, measure } = observation;
    const kept = {
      indicator: shortened(indicator),
      raw: shortened(raw),
      activity: activity && shortened(activity),
    };
    suspects.set(id, { recordId, departments, path: path.map(shortened), measure, ...kept });
  }
  return suspects;
}

const shortened = (text: string): string =>
  text.length <= KEPT_OF_CELL ? text : `${text.slice(0, KEPT_OF_CELL)}…`;

/** Begin of a line of records.jsonl, as the schema orders its keys. */
const RECORD_ID = /^\{"type":"[a-z]+","id":("(?:[^"\\]|\\.)*")/;
/** Enough for type and id. */
const BEGIN_OF_LINE = 500;

async function readKinds(folder: string, ids: ReadonlySet<string>): Promise<Map<string, RecordKind>> {
  const kinds = new Map<string, RecordKind>();
  for await (const line of linesOf(join(folder, 'records.jsonl'))) {
    const begin = RECORD_ID.exec(line.subarray(0, BEGIN_OF_LINE).toString());
    if (begin === null) continue;
    const id = JSON.parse(begin[1]!) as string;
    if (!ids.has(id)) continue;
    const { type, level } = JSON.parse(line.toString()) as RecordKind;
    kinds.set(id, level === undefined ? { type } : { type, level });
  }
  return kinds;
}
