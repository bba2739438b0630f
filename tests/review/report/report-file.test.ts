import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, it } from 'vitest';
import type { Finding } from '../../../src/model/index.ts';
import { html } from '../../../src/review/report/html.ts';
import { writeReportFile } from '../../../src/review/report/index.ts';
import { linesOf } from '../../run/temp-folder.ts';
import { extracted } from '../server/open-review.ts';

const write = async (cwd: string, language: 'ja' | 'en') => {
  const findings = await writeReportFile({ folder: 'out', out: 'report.html', language, cwd });
  return { findings, text: await readFile(join(cwd, 'report.html'), 'utf8') };
};

it('holds every finding in the language asked for, and needs nothing else', async () => {
  const cwd = await extracted(['wide-progress', 'pdf']);
  const all = (await linesOf(join(cwd, 'out/findings.jsonl'))) as Finding[];
  for (const language of ['ja', 'en'] as const) {
    const { findings, text } = await write(cwd, language);
    expect(findings).toBe(all.length);
    expect(text.split('<article ').length - 1).toBe(all.length);
    for (const { message } of all) expect(text).toContain(html`${message[language]}`.markup);
    expect(text).not.toMatch(/<script|src="(?!data:image\/webp;base64,)|href=/);
    expect(text).toContain("default-src 'none'");
  }
});

it('shows a cell of a PDF with a red frame, and none where the source is gone', async () => {
  const cwd = await extracted(['pdf']);
  const { text } = await write(cwd, 'ja');
  const [, picture] = /src="data:image\/webp;base64,([^"]+)"/.exec(text)!;
  const image = await loadImage(Buffer.from(picture!, 'base64'));
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  const { data } = canvas.getContext('2d').getImageData(0, 0, image.width, image.height);
  let red = 0;
  for (let at = 0; at < data.length; at += 4)
    if (data[at]! > 150 && data[at + 1]! < 80 && data[at + 2]! < 80) red += 1;
  expect(red).toBeGreaterThan(50);
  await rm(join(cwd, 'reports'), { recursive: true });
  const without = await write(cwd, 'ja');
  expect(without.text).not.toContain('data:image');
  expect(without.text).toContain('原本が見つからないため図はありません');
});

it('writes what stands in a report as text', () => {
  const label = `<img src=x onerror=alert(1)> & "'`;
  expect(html`<p title="${label}">${[label, null, 3]}</p>`.markup).toBe(
    '<p title="&lt;img src=x onerror=alert(1)&gt; &amp; &quot;&#39;">&lt;img src=x onerror=alert(1)&gt; &amp; &quot;&#39;3</p>',
  );
});
