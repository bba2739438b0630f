import {
  Document,
  Doubt,
  Finding,
  HeaderCell,
  Observation,
  PageRead,
  Record,
  type Report,
  ReportChecks,
  RowSlip,
} from '../model/index.ts';
import { InvalidLineError, validated } from './json-line.ts';

/**
 * The same report with the keys of every line in the order of its schema. Throws InvalidLineError, naming the document,
 * the field and the value, where a line does not validate or the lines contradict each other: a bug of an earlier stage.
 */
export function validReport(report: Report): Report {
  const owner = `document ${report.document.id}`;
  const valid: Report = {
    document: validated(Document, report.document, owner, 'document'),
    text: report.text,
    records: report.records.map((row, index) => validated(Record, row, owner, `records[${index}]`)),
    observations: report.observations.map((row, index) =>
      validated(Observation, row, owner, `observations[${index}]`),
    ),
    findings: report.findings.map((row, index) => validated(Finding, row, owner, `findings[${index}]`)),
    slips: (report.slips ?? []).map((row, index) => validated(RowSlip, row, owner, `slips[${index}]`)),
    doubts: (report.doubts ?? []).map((row, index) => validated(Doubt, row, owner, `doubts[${index}]`)),
    pages: (report.pages ?? []).map((row, index) => validated(PageRead, row, owner, `pages[${index}]`)),
    headers: (report.headers ?? []).map((row, index) =>
      validated(HeaderCell, row, owner, `headers[${index}]`),
    ),
    checks: validated(ReportChecks, report.checks ?? { checked: {}, absorbed: {} }, owner, 'checks'),
  };
  const contradiction = findContradiction(valid);
  if (contradiction !== null) throw new InvalidLineError(owner, contradiction);
  return valid;
}

/** What the schemas cannot say: ids are unique, records and their observations name each other, the sums agree. */
function findContradiction({ document, records, observations, findings }: Report): string | null {
  const recordIds = new Set(records.map(({ id }) => id));
  const observationIds = new Set(observations.map(({ id }) => id));
  const twice =
    findTwice(records, 'records') ??
    findTwice(observations, 'observations') ??
    findTwice(findings, 'findings');
  if (twice !== null) return twice;

  for (const [index, row] of [...records.entries(), ...observations.entries()]) {
    if (row.documentId === document.id) continue;
    const name = 'recordId' in row ? 'observations' : 'records';
    return `${name}[${index}].documentId: expected "${document.id}", got "${row.documentId}"`;
  }
  for (const [index, { recordId }] of observations.entries()) {
    if (!recordIds.has(recordId))
      return `observations[${index}].recordId: expected the id of a record, got "${recordId}"`;
  }
  for (const [index, record] of records.entries()) {
    const unknown = record.observations.find((id) => !observationIds.has(id));
    if (unknown !== undefined)
      return `records[${index}].observations: expected ids of observations, got "${unknown}"`;
  }

  const { characters, ...parts } = document.coverage;
  const sum = Object.values(parts).reduce((total, part) => total + part, 0);
  return sum === characters
    ? null
    : `document.coverage: expected parts that sum to ${characters}, got ${sum}`;
}

function findTwice(rows: readonly { readonly id: string }[], name: string): string | null {
  const seen = new Set<string>();
  for (const [index, { id }] of rows.entries()) {
    if (seen.has(id)) return `${name}[${index}].id: expected a unique id, got "${id}" again`;
    seen.add(id);
  }
  return null;
}
