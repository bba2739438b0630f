import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runExtraction } from '../../src/run/extraction.ts';
import { mergeRuns } from '../../src/run/merge-runs.ts';
import { recordVerdict } from '../../src/run/record-verdict.ts';
import { filesOf, linesOf, tempFolder } from './temp-folder.ts';

/** Reports of one city over years, of which the third restates what the second gave for R4. */
const FILES = {
  'in/r3.txt':
    '青梅市 進捗状況報告書（令和3年度）\n\n指標名\t目標値\tR3実績\n子育て相談窓口の利用件数\t150件\t120件\n',
  'in/r4.txt':
    '青梅市 進捗状況報告書（令和4年度）\n\n指標名\t目標値\tR3実績\tR4実績\n子育て相談窓口の利用件数\t150件\t120件\t131件\n',
  'in/r5.txt':
    '青梅市 進捗状況報告書（令和5年度）\n\n指標名\t目標値\tR4実績\tR5実績\n子育て相談窓口の利用件数\t150件\t1,310件\t142件\n',
  'in/other.txt': '小国町 進捗状況報告書（令和5年度）\n\n指標名\t目標値\tR5実績\n講座数\t15回\t14回\n',
};

const extract = (cwd: string, out: string, more: object = {}) =>
  runExtraction({ inputs: ['in', 'gone.txt'], out, cwd, workers: 0, ...more });

it.each([1, 2, 3, 5])('%i parts put together are the run over all inputs, byte for byte', async (of) => {
  const cwd = await tempFolder(FILES);
  const whole = await extract(cwd, 'whole');
  const folders: string[] = [];
  for (let part = of; part >= 1; part -= 1) {
    folders.push(`part${part}`);
    await extract(cwd, `part${part}`, { shard: { part, of } });
  }
  const merged = await mergeRuns({ folders, out: 'merged', cwd });
  expect(await filesOf(join(cwd, 'merged'))).toEqual(await filesOf(join(cwd, 'whole')));
  expect(merged.run.inputs).toEqual(whole.run.inputs);
  expect(merged.run.counts).toEqual(whole.run.counts);
  expect(merged.run.rules).toEqual(whole.run.rules);
  expect(merged.run.failures).toEqual(whole.run.failures);
  expect(merged.documents).toEqual(whole.documents);
});

it('compares the reports of a city that were read in different parts', async () => {
  const cwd = await tempFolder(FILES);
  for (const part of [1, 2, 3, 4]) await extract(cwd, `part${part}`, { shard: { part, of: 4 } });
  await mergeRuns({ folders: ['part1', 'part2', 'part3', 'part4'], out: 'merged', cwd });
  const findings = (await linesOf(join(cwd, 'merged/findings.jsonl'))) as { documentIds: string[] }[];
  expect(findings.some(({ documentIds }) => documentIds.length === 2)).toBe(true);
});

it('takes along what people decided on a part', async () => {
  const cwd = await tempFolder(FILES);
  for (const part of [1, 2]) await extract(cwd, `part${part}`, { shard: { part, of: 2 } });
  const parts = await Promise.all(
    [1, 2].map(async (part) => ({ part, found: await linesOf(join(cwd, `part${part}/findings.jsonl`)) })),
  );
  const { part, found } = parts.find((each) => each.found.length > 0)!;
  const { id } = found[0] as { id: string };
  await recordVerdict({ folder: `part${part}`, findingId: id, verdict: 'fine', cwd });
  const { run } = await mergeRuns({ folders: ['part1', 'part2'], out: 'merged', cwd });
  expect(run.counts.verdicts).toBe(1);
  expect(await linesOf(join(cwd, 'merged/verdicts.jsonl'))).toHaveLength(1);
});

it.each([
  ['is missing', ['part1'], /part 2 of 2 is missing/],
  ['is given twice', ['part1', 'part1', 'part2'], /part 1 is given twice/],
  ['is no part', ['part1', 'whole'], /holds no part/],
  ['is of another run', ['part1', 'other'], /is of another run than part1/],
])('touches nothing where a part %s', async (_case, folders, message) => {
  const cwd = await tempFolder(FILES);
  await extract(cwd, 'whole');
  for (const part of [1, 2]) await extract(cwd, `part${part}`, { shard: { part, of: 2 } });
  await extract(cwd, 'other', { inputs: ['in/r3.txt'], shard: { part: 2, of: 2 } });
  await expect(mergeRuns({ folders, out: 'merged', cwd })).rejects.toThrow(message);
  expect(Object.keys(await filesOf(cwd)).filter((path) => path.startsWith('merged'))).toEqual([]);
});
