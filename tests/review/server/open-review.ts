import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../../src/review/server/app.ts';
import { ReviewFolder } from '../../../src/review/server/review-folder.ts';
import { Sample, type SampleOrder } from '../../../src/review/server/sample.ts';
import { SourceFiles } from '../../../src/review/server/source-file.ts';
import { WebFiles } from '../../../src/review/server/web-files.ts';
import type { Teacher } from '../../../src/review/server/words.ts';
import { runExtraction } from '../../../src/run/extraction.ts';

export const TOKEN = 'a-token-of-tests';
export const HOST = '127.0.0.1:4800';

/** Reports of the repository in a folder of their own, extracted. */
export async function extracted(fixtures: readonly string[]): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), 'jisseki-review-'));
  for (const name of fixtures) await cp(`fixtures/${name}`, join(cwd, 'reports', name), { recursive: true });
  await runExtraction({ inputs: ['reports'], out: 'out', cwd, workers: 0 });
  return cwd;
}

export interface OpenReview {
  /** what the server answers, as the browser gets it */
  readonly ask: (path: string, init?: RequestInit, browser?: { hasToken: boolean }) => Promise<Response>;
  /** the JSON of a GET */
  readonly get: <T>(path: string) => Promise<T>;
  /** the JSON of a POST */
  readonly post: <T>(path: string, body: unknown) => Promise<T>;
}

/** A server of the review page over `<cwd>/out`, without a socket. */
export async function openReview(
  cwd: string,
  {
    by = null,
    sample,
    teacher = null,
    web,
  }: { by?: string | null; sample?: SampleOrder; teacher?: Teacher | null; web?: string } = {},
): Promise<OpenReview> {
  const folder = join(cwd, 'out');
  const review = await ReviewFolder.open(folder);
  const app = createApp({
    ...{ review, teacher, token: TOKEN, port: () => 4800, reviewer: { name: by } },
    web: await WebFiles.open(web ?? join(cwd, 'no-page')),
    sources: new SourceFiles(cwd, folder),
    sample: sample === undefined ? null : new Sample(review, sample),
  });
  const ask: OpenReview['ask'] = async (path, init = {}, { hasToken } = { hasToken: true }) => {
    const headers = { host: HOST, ...(hasToken && { 'x-jisseki-token': TOKEN }), ...init.headers };
    return app.request(`http://${HOST}${path}`, { ...init, headers });
  };
  const told = async <T>(answer: Response): Promise<T> => {
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  return {
    ask,
    get: async (path) => told(await ask(path)),
    post: async (path, body) =>
      told(
        await ask(path, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
      ),
  };
}
