import { readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startReview } from '../../../src/review/server/index.ts';
import { runExtraction } from '../../../src/run/extraction.ts';
import { slippedReport } from '../../run/slipped-report.ts';
import { tempFolder } from '../../run/temp-folder.ts';

async function started() {
  const cwd = await tempFolder({ 'r5.txt': slippedReport() });
  await runExtraction({ inputs: ['r5.txt'], out: 'out', cwd, workers: 0 });
  const review = await startReview({ folder: 'out', cwd, by: '田中' });
  onTestFinished(() => review.close());
  const url = new URL(review.url);
  return { cwd, url, headers: { 'x-jisseki-token': url.searchParams.get('token')! } };
}

it('listens on 127.0.0.1 alone, with a new token each time', async () => {
  const [one, two] = [await started(), await started()];
  expect(one.url.hostname).toBe('127.0.0.1');
  expect(one.headers).not.toEqual(two.headers);
  expect(one.headers['x-jisseki-token'].length).toBeGreaterThanOrEqual(32);
  const answer = await fetch(new URL('/api/run', one.url), { headers: one.headers });
  expect(await answer.json()).toMatchObject({ reviewer: '田中', folder: join(one.cwd, 'out') });
  expect((await fetch(new URL('/api/run', one.url), { headers: two.headers })).status).toBe(401);
  const others = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  for (const { address } of others.filter(({ internal, family }) => !internal && family === 'IPv4'))
    await expect(fetch(`http://${address}:${one.url.port}/`)).rejects.toThrow();
});

it('is not reached under another name by a socket of its own', async () => {
  const { url, headers } = await started();
  const status = await new Promise((done) => {
    const asked = {
      port: url.port,
      path: '/api/run',
      headers: { ...headers, host: `evil.example:${url.port}` },
    };
    request({ host: '127.0.0.1', ...asked }, (answer) => done(answer.statusCode)).end();
  });
  expect(status).toBe(403);
});

it('tells an open page what is decided elsewhere', async () => {
  const { url, headers } = await started();
  const events = await fetch(new URL(`/api/events?token=${headers['x-jisseki-token']}`, url));
  expect(events.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const { rows } = (await (await fetch(new URL('/api/findings', url), { headers })).json()) as {
    rows: { id: string }[];
  };
  const decided = await fetch(new URL('/api/verdicts', url), {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ findingId: rows[0]!.id, verdict: 'fine' }),
  });
  expect(decided.status).toBe(200);
  let heard = '';
  const reader = events.body!.getReader();
  while (!heard.includes('data:')) heard += new TextDecoder().decode((await reader.read()).value);
  await reader.cancel();
  expect(JSON.parse(/data: (.*)/.exec(heard)![1]!)).toEqual({
    kind: 'verdict',
    findingId: rows[0]!.id,
    verdict: 'fine',
    by: '田中',
  });
});

it('says where the folder holds no run, or one that has not ended, and where the port is taken', async () => {
  const { cwd, url } = await started();
  await expect(startReview({ folder: 'nowhere', cwd })).rejects.toThrow(/holds no run/);
  await expect(startReview({ folder: 'out', cwd, port: Number(url.port) })).rejects.toThrow(/EADDRINUSE/);
  const path = join(cwd, 'out/run.json');
  await writeFile(
    path,
    (await readFile(path, 'utf8')).replace('"status": "complete"', '"status": "running"'),
  );
  await expect(startReview({ folder: 'out', cwd })).rejects.toThrow(/has not ended/);
});
