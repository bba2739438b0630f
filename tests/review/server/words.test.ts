import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Observation } from '../../../src/model/index.ts';
import type { DocumentRow, VerdictAnswer, WordPreview } from '../../../src/review/api.ts';
import { runExtraction } from '../../../src/run/extraction.ts';
import { teacherOf } from '../../../src/run/teach-word.ts';
import { filesOf, linesOf, tempFolder } from '../../run/temp-folder.ts';
import { openReview } from './open-review.ts';

const REPORT = `みらい市 総合計画 進捗報告（令和5年度）

指標名	はじめの姿	目標値	R4実績	R5実績
相談件数	10件	20件	12件	15件
登録者数	100人	150人	110人	123人
`;

const asked = { documentId: 'mirai', header: 'はじめの姿', meaning: 'baseline' };

async function unknownWords(config?: string) {
  const files = { 'mirai.txt': REPORT, 'other.txt': REPORT.replace('みらい市', 'あした市') };
  const cwd = await tempFolder({ ...files, ...(config !== undefined && { 'jisseki.config.json': config }) });
  await runExtraction({ inputs: ['*.txt'], out: 'out', cwd, workers: 0 });
  return { cwd, review: await openReview(cwd, { teacher: teacherOf('out', { cwd }), by: '田中' }) };
}

const measures = async (cwd: string) =>
  ((await linesOf(join(cwd, 'out/observations.jsonl'))) as Observation[])
    .filter(({ documentId }) => documentId === 'mirai')
    .map(({ indicator, measure, raw }) => `${indicator} ${measure} ${raw}`);

it('a header is tried before it is taught: nothing is written', async () => {
  const { cwd, review } = await unknownWords();
  const before = await filesOf(cwd);
  const menu = await review.post<WordPreview>('/api/words/preview', { ...asked, meaning: '' });
  expect(menu.changed).toEqual([]);
  expect(menu.meanings).toContainEqual({ key: 'actual', ja: '実績値', en: 'actual' });
  const { taken, added, removed, changed } = await review.post<WordPreview>('/api/words/preview', asked);
  expect({ taken, added, removed }).toEqual({ taken: false, added: 2, removed: 0 });
  expect(changed.map(({ before: b, after: a }) => [b?.measure, a?.measure, a?.raw])).toEqual(
    ['10件', '100人'].map((raw) => [undefined, 'baseline', raw]),
  );
  expect(await filesOf(cwd)).toEqual(before);
  await expect(review.post('/api/words/preview', { ...asked, meaning: 'nonsense' })).rejects.toThrow(/^400 /);
});

it('taught, it goes to the words of the team and the document is read anew with it', async () => {
  const { cwd, review } = await unknownWords(
    '{ "jobs": 2, "vocabulary": { "roles": { "unit": ["はじめの姿"] } } }',
  );
  const cell = ((await linesOf(join(cwd, 'out/observations.jsonl'))) as Observation[]).find(
    ({ documentId, raw }) => documentId === 'mirai' && raw === '20件',
  )!;
  await review.post('/api/corrections', { documentId: 'mirai', observationId: cell.id, value: '21件' });
  expect((await review.post<WordPreview>('/api/words', asked)).taken).toBe(true);
  expect(JSON.parse(await readFile(join(cwd, 'jisseki.config.json'), 'utf8'))).toEqual({
    jobs: 2,
    vocabulary: { measures: { baseline: ['はじめの姿'] } },
  });
  const expected = [
    '相談件数 baseline 10件',
    '相談件数 target 20件',
    '相談件数 actual 12件',
    '相談件数 actual 15件',
    '登録者数 baseline 100人',
    '登録者数 target 150人',
    '登録者数 actual 110人',
    '登録者数 actual 123人',
  ];
  expect(await measures(cwd)).toEqual(expected);
  const rows = await review.get<DocumentRow[]>('/api/documents');
  expect(rows.map(({ id, unknownHeaders }) => [id, unknownHeaders.length])).toEqual([
    ['mirai', 0],
    ['other', 1],
  ]);
  const again = (await linesOf(join(cwd, 'out/observations.jsonl'))) as Observation[];
  expect(again.find(({ id }) => id === cell.id)).toMatchObject({ raw: '20件', value: 21 });
  const { row } = await review.post<VerdictAnswer>('/api/undo', {});
  expect(row!.observations.find(({ id }) => id === cell.id)?.value).toBe(20);
  const { counts } = JSON.parse(await readFile(join(cwd, 'out/run.json'), 'utf8')) as {
    counts: { observations: number; documents: number };
  };
  expect(counts).toMatchObject({ documents: 2, observations: again.length });
});

it('a source that has changed is not read again in its place', async () => {
  const { cwd, review } = await unknownWords();
  await writeFile(join(cwd, 'mirai.txt'), REPORT.replace('12件', '13件'));
  await expect(review.post('/api/words', asked)).rejects.toThrow(/^409 .*not as it was read/);
  await expect(readFile(join(cwd, 'jisseki.config.json'))).rejects.toThrow(/ENOENT/);
});
