import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERDICTS_FILE } from '../../src/emit/run-folder.ts';
import { appendVerdict, readVerdicts } from '../../src/emit/verdict-file.ts';
import type { Finding, Observation, RecordedVerdict, Run } from '../../src/model/index.ts';
import { runCheck } from '../../src/run/check-run.ts';
import { runExtraction } from '../../src/run/extraction.ts';
import { recordVerdict } from '../../src/run/record-verdict.ts';
import { slippedReport } from './slipped-report.ts';
import { filesOf, linesOf, tempFolder } from './temp-folder.ts';

/** A folder with the output of one report in `out`, and its finding of a slipped row. */
async function extracted(files: { [path: string]: string } = { 'in/a.txt': slippedReport() }) {
  const cwd = await tempFolder(files);
  await runExtraction({ inputs: ['in'], out: 'out', cwd });
  const out = join(cwd, 'out');
  return { cwd, out, slip: await slipIn(out) };
}

async function slipIn(out: string): Promise<Finding> {
  const findings = (await linesOf(join(out, 'findings.jsonl'))) as Finding[];
  return findings.find(({ rule }) => rule === 'shifted-row')!;
}

async function suspectOf({ observationIds }: Finding, out: string): Promise<Observation> {
  const observations = (await linesOf(join(out, 'observations.jsonl'))) as Observation[];
  return observations.find(({ id }) => id === observationIds[0])!;
}

const readRun = async (out: string): Promise<Run> =>
  JSON.parse(await readFile(join(out, 'run.json'), 'utf8')) as Run;

const NOTHING_DECIDED = { value: null, note: null, by: null, at: '2026-01-01T00:00:00.000Z', compared: null };

describe('a check', () => {
  it('writes again what extraction wrote, byte for byte, though the reports are gone', async () => {
    const { cwd, out } = await extracted({
      'in/a.txt': slippedReport(),
      'in/b.txt': slippedReport(['1', '2', '0', '4'], '久留米市'),
    });
    const files = await filesOf(out);
    await rm(join(cwd, 'in'), { recursive: true });
    const { documents, failures } = await runCheck({ folder: 'out', cwd });
    expect(documents.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(failures).toEqual([]);
    expect(await filesOf(out)).toEqual(files);
  });

  it('says in run.json when it ran and what each rule did, and leaves the rest', async () => {
    const { cwd, out } = await extracted();
    const before = await readRun(out);
    expect(before).toMatchObject({
      checkedAt: null,
      rules: { 'shifted-row': { documents: 1, findings: 1 } },
    });
    await runCheck({ folder: 'out', cwd });
    const after = await readRun(out);
    expect(after.checkedAt).toMatch(/^\d{4}-/);
    const { timings: _, checkedAt: __, ...rest } = before;
    expect(after).toMatchObject(rest);
  });

  it('puts findings right that were changed by hand', async () => {
    const { cwd, out } = await extracted();
    const files = await filesOf(out);
    await writeFile(join(out, 'documents/a/findings.jsonl'), '');
    await runCheck({ folder: 'out', cwd });
    expect(await filesOf(out)).toEqual(files);
  });

  it('names a document whose folder is damaged, and checks the others', async () => {
    const { cwd, out } = await extracted({ 'in/a.txt': slippedReport(), 'in/b.txt': slippedReport() });
    await writeFile(join(out, 'documents/a/observations.jsonl'), '{"id": 1}\n');
    const { documents, failures } = await runCheck({ folder: 'out', cwd });
    expect(documents.map(({ id }) => id)).toEqual(['b']);
    expect(failures).toMatchObject([
      {
        path: 'in/a.txt',
        code: 'damaged',
        message: { en: expect.stringContaining('a/observations.jsonl:1') },
      },
    ]);
    expect((await readRun(out)).failures).toEqual(failures);
    expect(await linesOf(join(out, 'documents.jsonl'))).toMatchObject([{ id: 'b' }]);
  });

  it('stops between two documents and leaves the files of the whole run', async () => {
    const { cwd, out } = await extracted();
    const files = await filesOf(out);
    const { interrupted } = await runCheck({ folder: 'out', cwd, signal: AbortSignal.abort() });
    expect(interrupted).toBe(true);
    expect(await filesOf(out)).toEqual(files);
  });

  it.each([
    ['holds no run', {}, /holds no run/],
    ['holds another run.json', { 'out/run.json': '{}' }, /not written by this version/],
  ])('is refused where the folder %s', async (_, files, message) => {
    const cwd = await tempFolder(files);
    await expect(runCheck({ folder: 'out', cwd })).rejects.toThrow(message);
  });

  it('is refused where the extraction was killed', async () => {
    const { cwd, out } = await extracted();
    await writeFile(
      join(out, 'run.json'),
      JSON.stringify({ ...(await readRun(out)), status: 'running', endedAt: null }),
    );
    await expect(runCheck({ folder: 'out', cwd })).rejects.toThrow(/has not ended/);
  });
});

describe('a verdict', () => {
  it('is one more line, and the next check and the next extraction show it', async () => {
    const { cwd, out, slip } = await extracted();
    expect(slip.verdict).toBe(null);
    const recorded = await recordVerdict({
      folder: 'out',
      findingId: slip.id,
      verdict: 'sourceError',
      by: '田中',
      cwd,
    });
    expect(await linesOf(join(out, VERDICTS_FILE))).toEqual([recorded]);
    expect(recorded).toMatchObject({
      fingerprint: slip.fingerprint,
      verdict: 'sourceError',
      by: '田中',
      compared: { rule: 'shifted-row', line: slip.line },
    });
    const checked = await runCheck({ folder: 'out', cwd });
    expect(checked.run.counts).toMatchObject({ verdicts: 1, staleVerdicts: 0 });
    expect((await slipIn(out)).verdict).toBe('sourceError');
    const again = await runExtraction({ inputs: ['in'], out: 'out', cwd });
    expect(again.run.counts).toMatchObject({ verdicts: 1, staleVerdicts: 0 });
    expect((await slipIn(out)).verdict).toBe('sourceError');
    expect(await linesOf(join(out, VERDICTS_FILE))).toEqual([recorded]);
  });

  it('follows its finding to another line, and the last one counts', async () => {
    const { cwd, out, slip } = await extracted();
    for (const verdict of ['unsure', 'fine'] as const)
      await recordVerdict({ folder: 'out', findingId: slip.id, verdict, cwd });
    await writeFile(join(cwd, 'in/a.txt'), slippedReport().replace('\n\n', '\n\n1 はじめに\n\n'));
    await runExtraction({ inputs: ['in'], out: 'out', cwd });
    const moved = await slipIn(out);
    expect(moved.line).not.toBe(slip.line);
    expect(moved.verdict).toBe('fine');
  });

  it('goes stale when what was compared has changed: told, never dropped', async () => {
    const { cwd, out, slip } = await extracted();
    await recordVerdict({ folder: 'out', findingId: slip.id, verdict: 'fine', cwd });
    await writeFile(join(cwd, 'in/a.txt'), slippedReport(['1件', '2件', '5件', '1件']));
    const { run, staleVerdicts } = await runExtraction({ inputs: ['in'], out: 'out', cwd });
    expect(run.counts).toMatchObject({ verdicts: 0, staleVerdicts: 1 });
    expect(staleVerdicts).toMatchObject([{ findingId: slip.id, verdict: 'fine' }]);
    expect((await runCheck({ folder: 'out', cwd })).run.counts.staleVerdicts).toBe(1);
    expect(await readVerdicts(out)).toHaveLength(1);
    await writeFile(join(cwd, 'in/a.txt'), slippedReport());
    await runExtraction({ inputs: ['in'], out: 'out', cwd });
    expect((await slipIn(out)).verdict).toBe('fine');
  });

  it('is refused for a finding there is not, and a value only where something was misread', async () => {
    const { cwd, out, slip } = await extracted();
    const of = (findingId: string, rest: object) =>
      recordVerdict({ folder: 'out', findingId, verdict: 'fine', cwd, ...rest });
    await expect(of('a-f0', {})).rejects.toThrow('out: no finding has the id a-f0');
    await expect(of(slip.id, { value: '1件' })).rejects.toThrow(/--value: expected --as misreading/);
    expect(await readVerdicts(out)).toEqual([]);
  });

  it('that cannot be read stops the run before anything is touched', async () => {
    const { cwd, out } = await extracted();
    const files = await filesOf(out);
    await writeFile(join(out, VERDICTS_FILE), 'half a line');
    await expect(runExtraction({ inputs: ['in'], out: 'out', cwd })).rejects.toThrow(
      /line 1 of verdicts\.jsonl is no verdict/,
    );
    await rm(join(out, VERDICTS_FILE));
    expect(await filesOf(out)).toEqual(files);
  });

  it('is added on a line of its own behind a line without an end', async () => {
    const { out } = await extracted();
    const verdict = (fingerprint: string): RecordedVerdict => ({
      ...NOTHING_DECIDED,
      fingerprint,
      findingId: 'a-f0',
      verdict: 'fine',
    });
    await writeFile(join(out, VERDICTS_FILE), JSON.stringify(verdict('one')));
    await appendVerdict(out, verdict('two'));
    expect((await readVerdicts(out)).map(({ fingerprint }) => fingerprint)).toEqual(['one', 'two']);
  });
});

describe('a misreading with its value', () => {
  const correct = async (value: string, report = slippedReport()) => {
    const { cwd, out, slip } = await extracted({ 'in/a.txt': report });
    const before = await suspectOf(slip, out);
    const files = await filesOf(out);
    const { at } = await recordVerdict({
      folder: 'out',
      findingId: slip.id,
      verdict: 'misreading',
      value,
      by: '田中',
      cwd,
    });
    await runCheck({ folder: 'out', cwd });
    return { cwd, out, slip, before, after: await suspectOf(slip, out), at, files };
  };

  it('is emitted with the reading it replaces beside it, the raw text as it was', async () => {
    const { before, after, slip, at } = await correct('7件');
    expect(before).toMatchObject({ raw: '1件', value: 1, original: null, correctedBy: null });
    expect(after).toMatchObject({
      raw: '1件',
      value: 7,
      unit: '件',
      kind: 'quantity',
      original: { raw: '1件', value: 1, unit: '件', kind: 'quantity' },
      correctedBy: { by: '田中', at, fingerprint: slip.fingerprint },
    });
    expect({ ...after, ...before }).toEqual(before);
  });

  it.each([
    ['7', { value: 7, unit: '件' }],
    ['1,234.5人', { value: 1234.5, unit: '人', precision: 0.1 }],
    ['-', { kind: 'missing', value: null, obsStatus: 'M' }],
    ['集計中', { kind: 'status', value: null, obsStatus: 'O' }],
  ])('is read by the normalizer of cells: %s', async (value, reading) => {
    expect((await correct(value)).after).toMatchObject(reading);
  });

  it('leaves the findings as they are, and comes back at every check and extraction', async () => {
    const { cwd, out, after, slip } = await correct('7件');
    const files = await filesOf(out);
    await runCheck({ folder: 'out', cwd });
    expect(await filesOf(out)).toEqual(files);
    await runExtraction({ inputs: ['in'], out: 'out', cwd });
    expect(await filesOf(out)).toEqual(files);
    expect(await suspectOf(slip, out)).toEqual(after);
  });

  it('is taken back whole by a later verdict', async () => {
    const { cwd, out, slip, files } = await correct('7件');
    await recordVerdict({ folder: 'out', findingId: slip.id, verdict: 'unsure', cwd });
    await runCheck({ folder: 'out', cwd });
    const now = await filesOf(out);
    expect(now['documents/a/observations.jsonl']).toBe(files['documents/a/observations.jsonl']);
  });
});
