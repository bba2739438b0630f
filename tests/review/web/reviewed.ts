import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Finding, Observation } from '../../../src/model/index.ts';
import { startReview } from '../../../src/review/server/index.ts';
import { runExtraction } from '../../../src/run/extraction.ts';

/** Reports extracted and under review, in a folder of their own. */
export interface Reviewed {
  readonly folder: string;
  /** of the page, at a place in it: `#/findings/…` */
  readonly at: (hash?: string) => string;
  readonly findings: readonly Finding[];
  readonly observations: readonly Observation[];
  /** reads the same reports again into the same folder */
  readonly extract: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Extracts files of the repository, and texts written here (path → content), and opens their review. */
export async function reviewOf(
  inputs: readonly string[],
  written: { readonly [path: string]: string | Uint8Array } = {},
): Promise<Reviewed> {
  const folder = await mkdtemp(join(tmpdir(), 'jisseki-review-'));
  for (const [path, content] of Object.entries(written)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const out = join(folder, 'out');
  const all = [
    ...inputs.map((path) => resolve(path)),
    ...Object.keys(written).map((path) => join(folder, path)),
  ];
  const extract = async (): Promise<void> => {
    await runExtraction({ inputs: all, out, workers: 0, cwd: folder });
  };
  await extract();
  const review = await startReview({ folder: out, cwd: folder });
  return {
    folder: out,
    at: (hash = '') => `${review.url}${hash}`,
    findings: await linesOf(join(out, 'findings.jsonl')),
    observations: await linesOf(join(out, 'observations.jsonl')),
    extract,
    close: async () => {
      await review.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function linesOf<Line>(path: string): Promise<Line[]> {
  const text = await readFile(path, 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}
