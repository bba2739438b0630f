import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { DocumentRow, FindingPage, FindingView, RecordPage, RowView } from '../../../src/review/api.ts';
import { runExtraction } from '../../../src/run/extraction.ts';
import { tempFolder } from '../../run/temp-folder.ts';
import { openReview } from './open-review.ts';

const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(2)>';

async function reviewOf(files: { readonly [path: string]: string }) {
  const cwd = await tempFolder(files);
  await runExtraction({ inputs: ['.'], out: 'out', cwd, workers: 0 });
  return openReview(cwd);
}

it('a label with a script is data, in JSON that no browser takes for a page', async () => {
  const label = SCRIPT.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const cells = (tag: string, texts: readonly string[]) =>
    `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`;
  const head = cells('th', ['指標名', 'R4実績', 'R5実績', 'R5目標値', '達成率']);
  const rows = ['参加者数', label].map((name) => cells('td', [name, '10件', '5件', '10件', '90%']));
  const review = await reviewOf({
    'r5.html': `<html><body><h1>みらい市 進捗報告（令和5年度）</h1><table>${head}${rows.join('')}</table></body></html>`,
  });
  const answer = await review.ask('/api/findings');
  expect(answer.headers.get('content-type')).toBe('application/json');
  const queue = (await answer.json()) as FindingPage;
  const own = queue.rows.find(({ indicator }) => indicator === SCRIPT)!;
  expect(own).toBeDefined();
  const { row } = await review.get<FindingView>(`/api/findings/${own.id}`);
  expect(row!.observations[0]!.indicator).toBe(SCRIPT);
  const search = await review.get<FindingPage>(`/api/findings?search=${encodeURIComponent('<SCRIPT>ALERT')}`);
  expect(search.rows.map(({ id }) => id)).toContain(own.id);
});

it('a cell of five megabytes is cut in the queue and whole in its row', async () => {
  const long = 'あ'.repeat(1_700_000);
  const review = await reviewOf({
    'r5.txt': `みらい市 進捗報告（令和5年度）\n\n指標名\tR4実績\tR5実績\tR5目標値\t達成率\n${long}\t10件\t5件\t10件\t90%\n`,
  });
  const { rows } = await review.get<FindingPage>('/api/findings');
  const own = rows.find(({ indicator }) => indicator?.startsWith('あああ'))!;
  expect(own.indicator!.length).toBeLessThan(1_000);
  const { row } = await review.get<FindingView>(`/api/findings/${own.id}`);
  expect(row!.record.type).toBe('indicator');
  expect('name' in row!.record && row!.record.name.length).toBe(long.length);
});

it('a file name with quotes, dots and signs of markup is a name', async () => {
  const cwd = await tempFolder({});
  const name = `a"b'c<b>..&%2e%2e.txt`;
  await mkdir(join(cwd, 'in'));
  await writeFile(
    join(cwd, 'in', name),
    'みらい市 進捗報告（令和5年度）\n\n指標名\tR4実績\tR5実績\n相談件数\t10件\t5件\n',
  );
  await runExtraction({ inputs: ['in'], out: 'out', cwd, workers: 0 });
  const review = await openReview(cwd);
  const [row] = await review.get<DocumentRow[]>('/api/documents');
  expect(row).toMatchObject({ path: `in/${name}`, hasSource: true });
  const at = `/api/documents/${encodeURIComponent(row!.id)}`;
  expect((await review.ask(`${at}/source`)).status).toBe(200);
  const { rows } = await review.get<RecordPage>(`${at}/records?search=相談`);
  expect(rows).toHaveLength(1);
  const record = await review.get<RowView>(`${at}/records/${encodeURIComponent(rows[0]!.id)}`);
  expect(record.observations.map(({ raw }) => raw)).toEqual(['10件', '5件']);
});
