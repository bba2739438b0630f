import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { FindingPage } from '../src/review/api.ts';
import { makeReviewFolder } from './review-folder.ts';

/** How long the review's server takes to answer, and its memory, on 100 reports, 100,000 values, 5,000 findings. */
const folder = join(tmpdir(), 'jisseki-review-bench', 'out');
if (!existsSync(join(folder, 'run.json'))) await makeReviewFolder(folder);

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const began = performance.now();
const child = spawn(process.execPath, [main, 'review', folder, '--no-open', '--quiet', '--sample', '50'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
tell('listening after', performance.now() - began);
const url = new URL(line);
const headers = { 'x-jisseki-token': url.searchParams.get('token')! };
const ask = async (path: string): Promise<unknown> => {
  const answer = await fetch(new URL(path, url), { headers });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
};

await timed('GET /api/run', 20, () => ask('/api/run'));
await timed('GET /api/findings (first 100 open)', 20, () => ask('/api/findings?verdict=open'));
await timed('GET /api/findings?search=', 20, (at) => ask(`/api/findings?search=指標${at}`));
const { rows } = (await ask('/api/findings?verdict=open&limit=1000')) as FindingPage;
await timed('GET /api/findings/:id, one behind the other', 300, (at) =>
  ask(`/api/findings/${rows[at]!.id}?verdict=open`),
);
await timed('GET /api/documents', 3, () => ask('/api/documents'));
await timed('GET records of a document', 20, (at) => ask(`/api/documents/r${at}/records`));
await timed('GET /api/overview, first', 1, () => ask('/api/overview'));
await timed('GET /api/overview, again', 10, () => ask('/api/overview'));
await timed('GET /api/sample', 3, () => ask('/api/sample'));
console.log(`memory: ${megabytes('VmRSS')} MB now, ${megabytes('VmHWM')} MB at most`);
child.kill('SIGTERM');

async function timed(name: string, times: number, once: (at: number) => Promise<unknown>): Promise<void> {
  const taken: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const from = performance.now();
    await once(at);
    taken.push(performance.now() - from);
  }
  taken.sort((a, b) => a - b);
  tell(`${name}, median of ${times}`, taken[Math.floor(times / 2)]!, taken.at(-1)!);
}

function tell(name: string, milliseconds: number, most?: number): void {
  const longest = most === undefined ? '' : `, longest ${Math.round(most)} ms`;
  console.log(`${name}: ${milliseconds.toFixed(1)} ms${longest}`);
}

/** Of the server's process, as Linux counts it. */
function megabytes(field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
}
