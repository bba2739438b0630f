import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Run } from '../src/model/index.ts';
import { readReport } from '../src/pipeline.ts';
import { benchReports } from './reports.ts';

const MEGABYTE = 1_000_000;
const folder = mkdtempSync(join(tmpdir(), 'jisseki-bench-'));
const reports = benchReports();
const bytes = reports.reduce((sum, report) => sum + report.bytes.length, 0);

interface Cost {
  readonly exitCode: number;
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly wallSeconds: number;
}

/** The whole command, from process start to written files. */
function coldRun(inputs: readonly string[], out: string): Cost {
  return coldCommand('extract', ...inputs, '--out', out);
}

function coldCommand(...argv: readonly string[]): Cost {
  const started = performance.now();
  const child = spawnSync(process.execPath, ['bench/one-run.ts', ...argv, '--quiet'], { encoding: 'utf8' });
  const wallSeconds = (performance.now() - started) / 1000;
  const last = child.stdout.trim().split('\n').at(-1) ?? '';
  if (child.status !== 0) throw new Error(`bench run failed: ${child.stderr}`);
  return { ...(JSON.parse(last) as Omit<Cost, 'wallSeconds'>), wallSeconds };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const row = (...cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);
const fixed = (value: number, digits = 2): string => value.toFixed(digits);

console.log(`node ${process.version}, ${reports.length} reports, ${fixed(bytes / MEGABYTE, 3)} MB\n`);

console.log('Cold process to written files (median of 5)\n');
row('wall s', 'peak MB');
row('---', '---');
const cold = Array.from({ length: 5 }, (_, i) =>
  coldRun(
    reports.map(({ path }) => path),
    join(folder, `cold${i}`),
  ),
);
row(
  fixed(median(cold.map((cost) => cost.wallSeconds))),
  fixed(median(cold.map((cost) => cost.peakMegabytes)), 0),
);

console.log('\nWarm, in one process (bytes to checked report)\n');
const warm: number[] = [];
for (let round = 0; round < 12; round += 1) {
  const started = performance.now();
  for (const { path, bytes: content } of reports)
    await readReport({ path, documentId: 'bench', bytes: content });
  warm.push(bytes / MEGABYTE / ((performance.now() - started) / 1000));
}
row('MB/s, median of the last 8 rounds');
row('---');
row(fixed(median(warm.slice(4))));

console.log('\nGrowth: one report as many times as long\n');
row('times', 'MB', 'seconds', 'seconds a MB');
row('---', '---', '---', '---');
const largest = reports.toSorted((a, b) => b.bytes.length - a.bytes.length)[0];
for (const times of [1, 10, 100]) {
  const content = Buffer.concat(Array.from({ length: times }, () => largest?.bytes ?? Buffer.of()));
  const runs = Array.from({ length: times === 100 ? 1 : 3 }, () => content);
  const seconds: number[] = [];
  for (const run of runs) {
    const started = performance.now();
    await readReport({ path: 'long.txt', documentId: 'long', bytes: run });
    seconds.push((performance.now() - started) / 1000);
  }
  const megabytes = content.length / MEGABYTE;
  row(times, fixed(megabytes), fixed(median(seconds)), fixed(median(seconds) / megabytes));
}

const cities = (JSON.parse(readFileSync('src/vocabulary/municipalities.json', 'utf8')) as string[][]).map(
  (entry) => entry[2]?.split(' ').at(-1) ?? '',
);

console.log('\nMemory in the number of documents (copies of the reports, whole command)\n');
row('documents', 'of', 'seconds', 'peak MB');
row('---', '---', '---', '---');
for (const [label, rename] of [
  ['as many cities', (text: string, i: number) => text.replaceAll(/人吉市|久留米市/g, cities[i] ?? '')],
  ['two cities', (text: string) => text],
] as const) {
  for (const count of [10, 100, 1000]) {
    const name = `${label}-${count}`.replaceAll(' ', '-');
    const inputs = join(folder, `in-${name}`);
    mkdirSync(inputs);
    for (let i = 0; i < count; i += 1) {
      const text = reports[i % reports.length]?.bytes.toString() ?? '';
      writeFileSync(join(inputs, `report-${String(i).padStart(4, '0')}.txt`), rename(text, i));
    }
    const cost = coldRun([inputs], join(folder, `out-${name}`));
    row(count, label, fixed(cost.wallSeconds), fixed(cost.peakMegabytes, 0));
  }
}

console.log('\nChecks in the number of observations: as many documents of one city, and each of another\n');
row('', 'observations', 'extract s', 'of this comparing s', 'check s', 'peak MB');
row('---', '---', '---', '---', '---', '---');
const fixture = readFileSync('fixtures/wide-progress/report.txt', 'utf8');
for (const count of [175, 700]) {
  for (const [label, cityOf] of [
    ['one city', () => '人吉市'],
    ['each of another', (index: number) => cities[index] ?? ''],
  ] as const) {
    const name = `${label}-${count}`.replaceAll(' ', '-');
    const inputs = join(folder, `in-${name}`);
    mkdirSync(inputs);
    for (let i = 0; i < count; i += 1)
      writeFileSync(join(inputs, `report-${i}.txt`), fixture.replaceAll('人吉市', cityOf(i)));
    const out = join(folder, `out-${name}`);
    const extract = coldRun([inputs], out);
    const check = coldCommand('check', out);
    const run = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')) as Run;
    const { compare = 0 } = run.timings;
    row(
      `${count} documents, ${label}`,
      run.counts.observations,
      fixed(extract.wallSeconds),
      fixed(compare / 1000),
      fixed(check.wallSeconds),
      fixed(Math.max(extract.peakMegabytes, check.peakMegabytes), 0),
    );
  }
}
rmSync(folder, { recursive: true });
