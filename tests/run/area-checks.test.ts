import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AreaRule } from '../../src/check/index.ts';
import type { Finding, Observation } from '../../src/model/index.ts';
import { runCheck } from '../../src/run/check-run.ts';
import { runExtraction } from '../../src/run/extraction.ts';
import type { ReadReport } from '../../src/run/one-document.ts';
import { recordVerdict } from '../../src/run/record-verdict.ts';
import { sampleReport } from './sample-report.ts';
import { filesOf, linesOf, tempFolder } from './temp-folder.ts';

/** Says of each report but the first which report came before it. */
const seen: string[][] = [];
const successor: AreaRule = {
  slug: 'successor',
  subject: 'figures',
  title: { ja: '後継', en: 'Successor' },
  needs: { ja: '二つの報告書', en: 'two reports' },
  severity: 'warning',
  check(views) {
    seen.push(views.map(({ document }) => document.id));
    return {
      checked: views.length,
      found: views.slice(1).map((view, index) => ({
        severity: 'warning',
        confidence: 0.5,
        message: { ja: '前の報告書', en: 'the report before' },
        observations: [view.observations[0]!, views[index]!.observations[0]!],
        evidence: {},
        compared: [index],
      })),
    };
  },
};

/** Reports of three years of one city and one of another: `r4`, `r5`, `r6` and `k5`. */
const read: ReadReport = async ({ documentId, path }) => {
  const report = sampleReport(documentId, path);
  const year = 2018 + Number(documentId.at(-1));
  const reportPeriod = { label: `${year}年度`, start: `${year}-04-01`, end: `${year + 1}-03-31` };
  const refArea = documentId.startsWith('k') ? { code: '402036', name: '久留米市' } : report.document.refArea;
  return { ...report, findings: [], document: { ...report.document, reportPeriod, refArea } };
};

const run = async (areaRules: readonly AreaRule[] = [successor]) => {
  seen.length = 0;
  const cwd = await tempFolder({ 'in/k5.txt': '', 'in/r6.txt': '', 'in/r5.txt': '', 'in/r4.txt': '' });
  const options = { inputs: ['in/k5.txt', 'in/r6.txt', 'in/r5.txt', 'in/r4.txt'], out: 'out', cwd, read };
  const result = await runExtraction({ ...options, areaRules });
  return { cwd, out: join(cwd, 'out'), result };
};

const findingsIn = async (path: string) => (await linesOf(join(path, 'findings.jsonl'))) as Finding[];

describe('rules over the reports of one municipality', () => {
  it('see those of each that has several, the oldest first', async () => {
    await run();
    expect(seen).toEqual([['r4', 'r5', 'r6']]);
  });

  it('write a finding once, in the folder of its first document, and its id on every cell it names', async () => {
    const { out, result } = await run();
    expect(await findingsIn(join(out, 'documents/r4'))).toEqual([]);
    expect(await findingsIn(join(out, 'documents/k5'))).toEqual([]);
    const [r5] = await findingsIn(join(out, 'documents/r5'));
    const [r6] = await findingsIn(join(out, 'documents/r6'));
    expect(r5).toMatchObject({ rule: 'successor', documentIds: ['r5', 'r4'] });
    expect(r6).toMatchObject({ documentIds: ['r6', 'r5'], observationIds: ['r6:o1', 'r5:o1'] });
    expect(await findingsIn(out)).toEqual([r5, r6]);
    const observations = (await linesOf(join(out, 'observations.jsonl'))) as Observation[];
    expect(Object.fromEntries(observations.map(({ id, findings }) => [id, findings]))).toEqual({
      'k5:o1': [],
      'r6:o1': [r6!.id],
      'r5:o1': [r5!.id, r6!.id],
      'r4:o1': [r5!.id],
    });
    expect(result.run.counts).toMatchObject({ findings: 2, warnings: 2 });
    expect(result.run.rules.successor).toEqual({ documents: 1, checked: 3, findings: 2 });
  });

  it('come to the same when the check is run again', async () => {
    const { cwd, out } = await run();
    const files = await filesOf(out);
    const checked = await runCheck({ folder: 'out', cwd, areaRules: [successor] });
    expect(checked.run.counts.findings).toBe(2);
    expect(await filesOf(out)).toEqual(files);
  });

  it('carry verdicts, and corrections to the document the cell stands in', async () => {
    const { cwd, out } = await run();
    const [r6] = await findingsIn(join(out, 'documents/r6'));
    await recordVerdict({ folder: 'out', findingId: r6!.id, verdict: 'misreading', value: '45.3%', cwd });
    const { run: after } = await runCheck({ folder: 'out', cwd, areaRules: [successor] });
    expect(after.counts).toMatchObject({ verdicts: 1, staleVerdicts: 0 });
    expect(await findingsIn(join(out, 'documents/r6'))).toMatchObject([{ verdict: 'misreading' }]);
    expect(await linesOf(join(out, 'documents/r6/observations.jsonl'))).toMatchObject([
      { value: 45.3, original: { value: 54.3 } },
    ]);
    const files = await filesOf(out);
    await runCheck({ folder: 'out', cwd, areaRules: [successor] });
    expect(await filesOf(out)).toEqual(files);
  });

  it('read nothing where there are none', async () => {
    const { out } = await run([]);
    expect(await findingsIn(out)).toEqual([]);
  });
});
