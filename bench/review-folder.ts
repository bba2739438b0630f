import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { describedRules } from '../src/check/index.ts';
import { writeDocumentFolder } from '../src/emit/document-folder.ts';
import { joinDocumentFiles } from '../src/emit/joined-files.ts';
import { openRunFolder, writeRunFile } from '../src/emit/run-folder.ts';
import type { Finding, HeaderCell, Observation, Record, Report, Run } from '../src/model/index.ts';
import { readVersion } from '../src/run/version.ts';

/**
 * Makes a run's folder as large as the review page has to bear: 100 reports of 100 rows with 10 values each, 5,000 findings.
 * The same for the same numbers; the sources lie in `<folder>/../sources`.
 *
 *     node bench/review-folder.ts /tmp/large [reports] [rows] [findings]
 */
export async function makeReviewFolder(
  folder: string,
  { reports = 100, rows = 100, findings = 5_000 } = {},
): Promise<void> {
  const sources = join(folder, '..', 'sources');
  await mkdir(sources, { recursive: true });
  await openRunFolder(folder, runOf([], 'running'));
  const made: Report[] = [];
  for (let number = 0; number < reports; number += 1) {
    const own = Math.floor(((number + 1) * findings) / reports) - Math.floor((number * findings) / reports);
    const report = makeReport(number, join(sources, `r${number}.txt`), rows, own);
    await writeFile(report.document.source.path, report.text);
    await writeDocumentFolder(folder, report);
    made.push(report);
  }
  await joinDocumentFiles(
    folder,
    made.map(({ document }) => document.id),
  );
  await writeRunFile(folder, runOf(made, 'complete'));
}

const YEARS = ['H27', 'H28', 'H29', 'H30', 'R1', 'R2', 'R3', 'R4', 'R5'];
const COLUMNS = ['指標名', '目標値', ...YEARS, '担当課'];
const RULES = [
  'achievement-rate',
  'scale-outlier',
  'sign-error',
  'unit-mismatch',
  'missing-value',
  'typing-error',
];
const SEVERITIES = ['error', 'warning', 'info'] as const;
/** Days the fiscal years of YEARS begin. */
const FIRST_YEAR = 2015;

function makeReport(number: number, path: string, rows: number, findings: number): Report {
  const documentId = `r${number}`;
  const head = `まち${number % 20}市 総合計画 進捗報告書（令和${1 + Math.floor(number / 20)}年度）\n\n`;
  const lines: string[] = [head, `${COLUMNS.join('\t')}\n`];
  let offset = head.length;
  const headers: HeaderCell[] = COLUMNS.map((text, column) => {
    const start = offset;
    offset += text.length + 1;
    const cell = { table: 0, row: 0, column, rowSpan: 1, columnSpan: 1, text };
    return { ...cell, page: 1, line: 3, start, end: start + text.length, box: null };
  });
  const refArea = { code: String(100_000 + (number % 20)), name: `まち${number % 20}市` };
  const records: Record[] = [];
  const observations: Observation[] = [];
  for (let row = 0; row < rows; row += 1) {
    const name = `指標${row}（${['参加者数', '整備延長', '利用件数', '満足度'][row % 4]}）`;
    const department = `第${row % 12}課`;
    const values = [500 + row, ...YEARS.map((_, year) => 100 + ((number * 31 + row * 17 + year * 7) % 400))];
    const cells = [name, ...values.map((value) => `${value}件`), department];
    const recordId = `${documentId}-r${row}`;
    const at = { source: 'text' as const, page: 1, line: row + 4, box: null, table: 0, row: row + 1 };
    headers.push({
      ...{ table: 0, row: row + 1, column: 0, rowSpan: 1, columnSpan: 1, text: name },
      ...{ page: 1, line: row + 4, start: offset, end: offset + name.length, box: null },
    });
    const ids: string[] = [];
    const first = offset;
    cells.forEach((raw, column) => {
      const [start, end] = [offset, offset + raw.length];
      offset = end + 1;
      const value = values[column - 1];
      if (value === undefined) return;
      const year = FIRST_YEAR + (column === 1 ? YEARS.length - 1 : column - 2);
      const id = `${documentId}-o${start}`;
      ids.push(id);
      observations.push({
        ...{ id, documentId, recordId, refArea, path: ['基本目標1 まちをつくる', `施策${row % 9}`] },
        ...{
          activity: null,
          indicator: name,
          indicatorKey: name,
          measure: column === 1 ? 'target' : 'actual',
        },
        timePeriod: {
          label: column === 1 ? 'R5' : YEARS[column - 2]!,
          start: `${year}-04-01`,
          end: `${year + 1}-03-31`,
          basis: 'fiscalYear',
        },
        ...{
          raw,
          kind: 'quantity',
          value,
          unit: '件',
          multiplier: 0,
          precision: 1,
          qualifiers: {},
          parts: [],
        },
        ...{ note: null, obsStatus: 'A', departments: [department], findings: [] },
        provenance: { ...at, start, end, column, headers: [COLUMNS[column]!, name], confidence: 1 },
      });
    });
    lines.push(`${cells.join('\t')}\n`);
    records.push({
      ...{ type: 'indicator', id: recordId, documentId, path: ['基本目標1 まちをつくる'], name },
      provenance: { ...at, start: first, end: offset - 1, column: null, headers: [], confidence: 1 },
      ...{
        observations: ids,
        level: row % 3 === 0 ? 'goal' : 'measure',
        baseline: null,
        targets: ids.slice(0, 1),
      },
      ...{ actuals: ids.slice(1), achievementRates: [], ratings: [], departments: [department], texts: [] },
    });
  }
  const text = lines.join('');
  const found = Array.from({ length: findings }, (_, each) =>
    makeFinding(documentId, each, observations, Math.floor(observations.length / findings)),
  );
  return {
    document: {
      id: documentId,
      title: head.trim(),
      source: {
        path,
        mediaType: 'text/plain',
        sha256: createHash('sha256').update(text).digest('hex'),
        bytes: Buffer.byteLength(text),
        pages: 1,
      },
      refArea,
      reportPeriod: {
        label: `令和${1 + Math.floor(number / 20)}年度`,
        start: `${2019 + Math.floor(number / 20)}-04-01`,
        end: `${2020 + Math.floor(number / 20)}-03-31`,
      },
      coverage: { characters: 1, heading: 0, record: 1, narrative: 0, running: 0, unparsed: 0 },
      unparsed: [],
      unknownHeaders: [],
    },
    ...{ text, records, observations, findings: found, headers },
  };
}

/** A finding on one cell and its neighbours in the row, which it is named on. */
function makeFinding(
  documentId: string,
  each: number,
  observations: readonly Observation[],
  step: number,
): Finding {
  const at = each * Math.max(1, step);
  const suspect = observations[at % observations.length]!;
  const own = observations.filter(({ recordId }) => recordId === suspect.recordId);
  const named = [suspect, ...own.filter(({ id }) => id !== suspect.id).slice(0, 4)];
  const fingerprint = createHash('sha256').update(`${documentId} ${each}`).digest('hex').slice(0, 16);
  const id = `${documentId}-f${fingerprint}`;
  for (const observation of named) observation.findings.push(id);
  const figures = named.slice(1).map(({ raw }) => raw);
  return {
    ...{ id, rule: RULES[each % RULES.length]!, severity: SEVERITIES[each % 3]! },
    confidence: 0.4 + (each % 60) / 100,
    message: {
      ja: `${suspect.indicator}の ${suspect.raw} は、他の値 ${figures.join('、')} と合いません。`,
      en: `${suspect.raw} of ${suspect.indicator} does not agree with ${figures.join(', ')}.`,
    },
    documentIds: [documentId],
    observationIds: named.map((observation) => observation.id),
    recordIds: [suspect.recordId],
    ...{
      line: suspect.provenance.line,
      page: 1,
      evidence: { value: suspect.raw, others: figures.join(' ') },
    },
    ...{ suggestion: null, likelier: null, fingerprint, verdict: null },
  };
}

function runOf(reports: readonly Report[], status: Run['status']): Run {
  const sum = (count: (report: Report) => number) => reports.reduce((total, each) => total + count(each), 0);
  const severe = (severity: Finding['severity']) =>
    sum(({ findings }) => findings.filter((finding) => finding.severity === severity).length);
  const at = '2026-01-01T00:00:00.000Z';
  return {
    ...{ version: readVersion(), startedAt: at, endedAt: at, status, options: {} },
    inputs: reports.map(({ document: { id, source } }) => ({
      ...{ path: source.path, sha256: source.sha256, bytes: source.bytes, documentId: id },
    })),
    counts: {
      ...{
        inputs: reports.length,
        skipped: 0,
        documents: reports.length,
        failures: 0,
        tables: reports.length,
      },
      records: sum(({ records }) => records.length),
      observations: sum(({ observations }) => observations.length),
      findings: sum(({ findings }) => findings.length),
      ...{ errors: severe('error'), warnings: severe('warning'), characters: reports.length, unparsed: 0 },
      ...{ verdicts: 0, staleVerdicts: 0 },
    },
    rules: Object.fromEntries(
      describedRules.map(({ slug }) => [slug, { documents: 0, checked: 0, findings: 0 }]),
    ),
    ...{ checkedAt: null, cache: null, shard: null, timings: {}, failures: [], skippedPictures: [] },
  };
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, reports, rows, findings] = argv.slice(2);
  if (folder === undefined)
    throw new Error('usage: node bench/review-folder.ts <folder> [reports] [rows] [findings]');
  await makeReviewFolder(resolve(folder, 'out'), {
    ...(reports !== undefined && { reports: Number(reports) }),
    ...(rows !== undefined && { rows: Number(rows) }),
    ...(findings !== undefined && { findings: Number(findings) }),
  });
}
