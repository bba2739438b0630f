import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Documents read side by side, and memory over many of them: `npm run bench:workers`, on a quiet machine. */
const PDFS = '../shared/pdf';
const LONGEST = `${PDFS}/bench/fuji-r6-budget-612p.pdf`;
/** Copies of each PDF of the batch: enough that starting the workers counts for little. */
const COPIES = 20;
const ROUNDS = 2;

if (!existsSync(PDFS)) throw new Error(`bench:workers reads the PDFs of ${PDFS}, which is not there`);
const folder = mkdtempSync(join(tmpdir(), 'jisseki-bench-'));
const row = (...cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);

interface Cost {
  readonly wallSeconds: number;
  readonly peakMegabytes: number;
}

/** The whole command in a process of its own. */
function extract(inputs: string, ...options: readonly string[]): Cost {
  const argv = ['bench/one-run.ts', 'extract', inputs, '--out', join(folder, 'out'), '--quiet', ...options];
  const started = performance.now();
  const child = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  const wallSeconds = (performance.now() - started) / 1000;
  const last = child.stdout.trim().split('\n').at(-1) ?? '';
  if (child.status !== 0 || last === '') throw new Error(`bench run failed: ${child.stderr}`);
  return { wallSeconds, peakMegabytes: (JSON.parse(last) as Cost).peakMegabytes };
}

/** A folder with copies of files; a link would be read once. */
function copiesOf(files: readonly string[], copies: number): string {
  const inputs = mkdtempSync(join(folder, 'in-'));
  for (const [index, file] of files.entries())
    for (let copy = 0; copy < copies; copy += 1) copyFileSync(file, join(inputs, `${index}-${copy}.pdf`));
  return inputs;
}

const fastest = (inputs: string, ...options: readonly string[]): number =>
  Math.min(...Array.from({ length: ROUNDS }, () => extract(inputs, ...options).wallSeconds));

const files = ['real', 'rendered'].flatMap((name) =>
  readdirSync(join(PDFS, name))
    .filter((file) => file.endsWith('.pdf'))
    .map((file) => join(PDFS, name, file)),
);
const batch = copiesOf(files, COPIES);
console.log(`node ${process.version}, ${availableParallelism()} cores, fastest of ${ROUNDS}\n`);
console.log(`A batch of ${files.length * COPIES} PDFs, whole command\n`);
row('workers', 'seconds', 'times as fast as one');
row('---', '---', '---');
const one = fastest(batch, '--workers', '1');
row('in this thread', fastest(batch, '--workers', '0').toFixed(2), '');
row(1, one.toFixed(2), '1.00');
for (let workers = 2; workers <= Math.min(4, availableParallelism()); workers += 1) {
  const seconds = fastest(batch, '--workers', `${workers}`);
  row(workers, seconds.toFixed(2), (one / seconds).toFixed(2));
}

console.log('\nMemory over copies of the 612-page file, one worker\n');
row('copies', 'seconds a copy', 'peak MB');
row('---', '---', '---');
for (const copies of [1, 5, 20]) {
  const { wallSeconds, peakMegabytes } = extract(copiesOf([LONGEST], copies), '--workers', '1');
  row(copies, (wallSeconds / copies).toFixed(2), peakMegabytes.toFixed(0));
}
rmSync(folder, { recursive: true });
