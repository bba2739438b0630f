import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Finding, Observation } from '../../../src/model/index.ts';
import type {
  FindingPage,
  FindingView,
  MutedRule,
  ReadingAnswer,
  RowView,
  VerdictAnswer,
} from '../../../src/review/api.ts';
import { runCheck } from '../../../src/run/check-run.ts';
import { runExtraction } from '../../../src/run/extraction.ts';
import { slippedReport } from '../../run/slipped-report.ts';
import { linesOf, tempFolder } from '../../run/temp-folder.ts';
import { type OpenReview, openReview } from './open-review.ts';

/** A report in which 2,344,141 was printed for 2,344.141, and an activity row that slipped by a column. */
const VOLUMES = `緑野市総合戦略 進捗状況報告書(令和5年度)

具体的な事業

取組内容\tKPI\tR2実績\tR3実績\tR4実績\tR5実績\t評価・課題\t担当課
間伐を計画どおりに進めた。\t素材生産量\t564.937m³\t2,573.487m³\t1,537.229m³\t2,344,141m³\t林道を直した。\t農林整備課
見学会を開いた。\t参加者数\t12人\t14人\t13人\t15人\t市外から来た。\t企画課
`;

let cwd: string;
let review: OpenReview;
let volume: { readonly finding: Finding; readonly cell: Observation };

const extract = () => runExtraction({ inputs: ['*.txt'], out: 'out', cwd, workers: 0 });
const stored = async (name: string) => (await linesOf(join(cwd, 'out', name))) as Observation[];

beforeEach(async () => {
  cwd = await tempFolder({ 'r4.txt': VOLUMES, 'r5.txt': slippedReport() });
  await extract();
  review = await openReview(cwd, { by: '田中' });
  const { rows } = await review.get<FindingPage>('/api/findings?document=r4&search=2,344,141');
  const { finding } = await review.get<FindingView>(`/api/findings/${rows[0]!.id}`);
  const cell = (await stored('observations.jsonl')).find(({ raw }) => raw === '2,344,141m³')!;
  volume = { finding, cell };
});

const misread = (value: string | null = '2,344.141m³') =>
  review.post<VerdictAnswer>('/api/verdicts', { findingId: volume.finding.id, verdict: 'misreading', value });
const cellNow = (row: RowView | null) => row!.observations.find(({ id }) => id === volume.cell.id)!;

describe('a misread value', () => {
  it('is read again by the same normalizer, before it is taken', async () => {
    const question = { documentId: 'r4', observationId: volume.cell.id, value: '２，３４４．１４１' };
    const { before, after } = await review.post<ReadingAnswer>('/api/reading', question);
    expect([before.value, after.value, after.unit]).toEqual([2344141, 2344.141, 'm³']);
    expect(after.raw).toBe('2,344,141m³');
    expect(await stored('verdicts.jsonl').catch(() => [])).toEqual([]);
  });

  it('is shown corrected with its original at once, and written by the next run', async () => {
    const { view, open } = await misread();
    expect(cellNow(view!.row)).toMatchObject({
      raw: '2,344,141m³',
      value: 2344.141,
      original: { value: 2344141 },
      correctedBy: { by: '田中' },
    });
    const { open: left } = await review.get<FindingPage>('/api/findings');
    expect(left).toBe(open);
    await extract();
    const written = (await stored('observations.jsonl')).find(({ id }) => id === volume.cell.id);
    expect(written).toMatchObject({ value: 2344.141, original: { value: 2344141 } });
    const again = await review.get<FindingView>(`/api/findings/${volume.finding.id}`);
    expect(again.finding.verdict).toBe('misreading');
    expect(cellNow(again.row).value).toBe(2344.141);
  });

  it('is as it was read once the verdict is taken back, also where a run had written it', async () => {
    await misread();
    await runCheck({ folder: 'out', cwd });
    const { view } = await review.post<VerdictAnswer>('/api/undo', {});
    expect(view!.finding.verdict).toBeNull();
    expect(cellNow(view!.row)).toMatchObject({ value: 2344141, original: null, correctedBy: null });
    await runCheck({ folder: 'out', cwd });
    const written = (await stored('observations.jsonl')).find(({ id }) => id === volume.cell.id);
    expect(written).toMatchObject({ value: 2344141, original: null });
  });

  it('takes a value with misreading and sourceError alone', async () => {
    const wrong = { findingId: volume.finding.id, verdict: 'fine', value: '1' };
    await expect(review.post('/api/verdicts', wrong)).rejects.toThrow(/^400 /);
  });
});

describe('taking back', () => {
  it('brings back what was decided before, by whomever', async () => {
    await review.post('/api/verdicts', { findingId: volume.finding.id, verdict: 'fine', by: '佐藤' });
    await review.post('/api/verdicts', { findingId: volume.finding.id, verdict: 'unsure', by: '田中' });
    const { view } = await review.post<VerdictAnswer>('/api/undo', { by: '田中' });
    expect(view!.verdicts.map(({ by, verdict }) => [by, verdict])).toEqual([['佐藤', 'fine']]);
    await runCheck({ folder: 'out', cwd });
    const findings = (await linesOf(join(cwd, 'out/findings.jsonl'))) as Finding[];
    expect(findings.find(({ id }) => id === volume.finding.id)?.verdict).toBe('fine');
  });

  it('never takes back what another person decided', async () => {
    await review.post('/api/verdicts', { findingId: volume.finding.id, verdict: 'fine', by: '佐藤' });
    expect(await review.post('/api/undo', { by: '田中' })).toMatchObject({ view: null, row: null });
    const { finding } = await review.get<FindingView>(`/api/findings/${volume.finding.id}`);
    expect(finding.verdict).toBe('fine');
  });

  it('goes fifty decisions back and no further', async () => {
    for (let time = 0; time < 51; time += 1)
      await review.post('/api/verdicts', {
        findingId: volume.finding.id,
        verdict: time === 0 ? 'fine' : 'unsure',
      });
    for (let time = 0; time < 50; time += 1) await review.post('/api/undo', {});
    const { finding } = await review.get<FindingView>(`/api/findings/${volume.finding.id}`);
    expect(finding.verdict).toBe('fine');
    expect(await review.post('/api/undo', {})).toMatchObject({ view: null });
  });
});

describe('several servers on one folder', () => {
  it('keep each other’s decisions and see them at once', async () => {
    const other = await openReview(cwd, { by: '佐藤' });
    const { rows } = await review.get<FindingPage>('/api/findings?document=r5');
    const ids = [volume.finding.id, rows[0]!.id];
    await Promise.all([
      review.post('/api/verdicts', { findingId: ids[0], verdict: 'fine' }),
      other.post('/api/verdicts', { findingId: ids[1], verdict: 'sourceError' }),
    ]);
    for (const server of [review, other]) {
      const verdicts = ids.map(
        async (id) => (await server.get<FindingView>(`/api/findings/${id}`)).finding.verdict,
      );
      expect(await Promise.all(verdicts)).toEqual(['fine', 'sourceError']);
    }
    const lines = (await linesOf(join(cwd, 'out/verdicts.jsonl'))) as { by: string }[];
    expect(lines.map(({ by }) => by).sort()).toEqual(['佐藤', '田中']);
  });

  it('lose nothing when one is killed: what was answered is in the file', async () => {
    await misread();
    const after = await openReview(cwd);
    const { finding, verdicts } = await after.get<FindingView>(`/api/findings/${volume.finding.id}`);
    expect(finding.verdict).toBe('misreading');
    expect(verdicts).toHaveLength(1);
  });

  it('wait for the end of a line that another is writing', async () => {
    await misread();
    const path = join(cwd, 'out/verdicts.jsonl');
    const line = (await readFile(path, 'utf8')).replace('"misreading"', '"fine"');
    await appendFile(path, line.slice(0, 40));
    expect((await review.get<FindingView>(`/api/findings/${volume.finding.id}`)).verdicts).toHaveLength(1);
    await appendFile(path, line.slice(40));
    expect((await review.get<FindingView>(`/api/findings/${volume.finding.id}`)).verdicts).toHaveLength(2);
  });

  it('say which line of the file is none', async () => {
    await misread();
    await appendFile(join(cwd, 'out/verdicts.jsonl'), '{"fingerprint":\n');
    await expect(review.get('/api/run')).rejects.toThrow(/^500 .*line 2 of verdicts\.jsonl is no verdict/);
  });
});

describe('a value that no finding stands on', () => {
  it('is put right, survives a run, and is taken back', async () => {
    const cell = (await stored('observations.jsonl')).find(({ raw }) => raw === '14人')!;
    const question = { documentId: 'r4', observationId: cell.id, value: '1,400人', note: '原本' };
    const row = await review.post<RowView>('/api/corrections', question);
    const now = (view: RowView) => view.observations.find(({ id }) => id === cell.id)!.value;
    expect(now(row)).toBe(1400);
    await extract();
    const written = (await stored('observations.jsonl')).find(({ id }) => id === cell.id);
    expect(written).toMatchObject({ raw: '14人', value: 1400, original: { value: 14 } });
    const back = await review.post<VerdictAnswer>('/api/undo', {});
    expect([back.view, now(back.row!)]).toEqual([null, 14]);
    const { run } = await extract();
    expect(run.counts.staleVerdicts).toBe(0);
    expect((await stored('observations.jsonl')).find(({ id }) => id === cell.id)).toMatchObject({
      value: 14,
    });
  });
});

describe('a rule that is muted in a document', () => {
  it('is open no more there, and says so after a run', async () => {
    const { rule } = volume.finding;
    const before = await review.get<FindingPage>('/api/findings');
    const own = await review.get<FindingPage>(`/api/findings?document=r4&rule=${rule}`);
    const mute = { documentId: 'r4', rule, muted: true };
    expect(await review.post<MutedRule[]>('/api/muted-rules', mute)).toMatchObject([{ rule, muted: true }]);
    const after = await review.get<FindingPage>('/api/findings');
    expect([after.total, after.open]).toEqual([before.total, before.open - own.total]);
    const open = await review.get<FindingPage>('/api/findings?verdict=open');
    expect(open.rows.some(({ id }) => id === volume.finding.id)).toBe(false);
    await extract();
    const findings = (await linesOf(join(cwd, 'out/findings.jsonl'))) as Finding[];
    expect(findings.find(({ id }) => id === volume.finding.id)?.muted).toBe(true);
    expect(findings.filter(({ documentIds }) => documentIds[0] === 'r5').some(({ muted }) => muted)).toBe(
      false,
    );
    expect(await review.post('/api/muted-rules', { ...mute, muted: false })).toEqual([]);
    expect((await review.get<FindingPage>('/api/findings')).open).toBe(before.open);
  });
});

it('a report extracted again is shown as it is now', async () => {
  await writeFile(join(cwd, 'r4.txt'), VOLUMES.replace('2,344,141', '2,344.141'));
  await extract();
  const { rows } = await review.get<FindingPage>('/api/findings?document=r4&search=2,344');
  expect(rows).toEqual([]);
});

it('a run under way is waited for, and decisions are taken meanwhile', async () => {
  const path = join(cwd, 'out/run.json');
  const ended = await readFile(path, 'utf8');
  await writeFile(path, ended.replace('"status": "complete"', '"status": "running"'));
  await writeFile(join(cwd, 'out/findings.jsonl'), '');
  const before = await misread();
  expect(before.view!.finding.verdict).toBe('misreading');
  await extract();
  const { rows } = await review.get<FindingPage>('/api/findings?document=r4&verdict=misreading');
  expect(rows.map(({ id }) => id)).toEqual([volume.finding.id]);
});
