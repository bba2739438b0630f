import { createHash } from 'node:crypto';
import { DocumentError, type Finding, type Observation, type Report } from '../../src/model/index.ts';
import type { ReadReport } from '../../src/run/one-document.ts';

const SPAN = { page: 1, line: 3, start: 8, end: 13, box: null };

const PROVENANCE = {
  source: 'text' as const,
  ...SPAN,
  table: 0,
  row: 1,
  column: 2,
  headers: ['R5実績'],
  confidence: 1,
};

/** A small report that validates: one indicator record with one value, and a warning on it. */
export function sampleReport(documentId: string, path: string, text = '指標\tR5実績\n転入数\t54.3%'): Report {
  const observation: Observation = {
    id: `${documentId}:o1`,
    documentId,
    recordId: `${documentId}:r1`,
    refArea: { code: '432032', name: '人吉市' },
    path: ['基本目標1'],
    activity: null,
    indicator: '転入数',
    indicatorKey: '転入数',
    measure: 'actual',
    timePeriod: { label: 'R5', start: '2023-04-01', end: '2024-03-31', basis: 'fiscalYear' },
    raw: '54.3%',
    kind: 'quantity',
    value: 54.3,
    unit: '%',
    multiplier: 0,
    precision: 0.1,
    qualifiers: {},
    parts: [],
    note: null,
    obsStatus: 'A',
    departments: ['企画課'],
    provenance: PROVENANCE,
    findings: [],
  };
  return {
    document: {
      id: documentId,
      title: '第2期総合戦略 進捗状況報告書',
      source: {
        path,
        mediaType: 'text/plain',
        sha256: createHash('sha256').update(text).digest('hex'),
        bytes: Buffer.byteLength(text),
        pages: 1,
      },
      refArea: { code: '432032', name: '人吉市' },
      reportPeriod: { label: '令和5年度', start: '2023-04-01', end: '2024-03-31' },
      coverage: { characters: 1000, heading: 100, record: 800, narrative: 50, running: 49, unparsed: 1 },
      unparsed: [{ page: 1, line: 9, start: 1, end: 2, text: '〓' }],
      unknownHeaders: [{ text: '備考欄', page: 1, line: 12, cells: 33 }],
    },
    text,
    records: [
      {
        id: `${documentId}:r1`,
        documentId,
        type: 'indicator',
        path: ['基本目標1'],
        provenance: PROVENANCE,
        observations: [observation.id],
        name: '転入数',
        level: 'goal',
        baseline: null,
        targets: [],
        actuals: [observation.id],
        achievementRates: [],
        ratings: [],
        departments: ['企画課'],
        texts: [],
      },
    ],
    observations: [observation],
    findings: [sampleFinding(documentId, 'warning')],
  };
}

export function sampleFinding(documentId: string, severity: Finding['severity']): Finding {
  return {
    id: `${documentId}:f-${severity}`,
    rule: 'rate-disagrees',
    severity,
    confidence: 0.9,
    message: {
      ja: '達成率 54.3% は実績÷目標 45.3% と合いません',
      en: 'rate 54.3% but actual/target is 45.3%',
    },
    documentIds: [documentId],
    observationIds: [`${documentId}:o1`],
    recordIds: [`${documentId}:r1`],
    line: 3,
    page: 1,
    evidence: { rate: 54.3, quotient: 45.3 },
    suggestion: null,
    fingerprint: 'abc',
    verdict: null,
  };
}

/**
 * A reader that makes a sample report of each input, later inputs sooner, so that the order of ending differs from that
 * of beginning. A text that begins with `undecodable` cannot be read, one with `bug` meets a fault of the program.
 */
export const readSample: ReadReport = async ({ path, documentId, bytes }) => {
  const text = new TextDecoder().decode(bytes);
  await new Promise((resolve) => setTimeout(resolve, documentId.charCodeAt(documentId.length - 1) % 7));
  if (text.startsWith('undecodable')) {
    throw new DocumentError('undecodable', path, {
      ja: '文字コードがわかりません',
      en: 'no character encoding fits',
    });
  }
  if (text.startsWith('bug')) throw new TypeError('x is undefined');
  return sampleReport(documentId, path, text);
};
