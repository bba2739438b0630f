import { mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { extracted, HOST, type OpenReview, openReview, TOKEN } from './open-review.ts';

let cwd: string;
let review: OpenReview;

beforeAll(async () => {
  cwd = await extracted(['wide-progress', 'markdown-kpi']);
  await mkdir(join(cwd, 'page', 'assets'), { recursive: true });
  await writeFile(join(cwd, 'page', 'index.html'), '<!doctype html><title>p</title>');
  await writeFile(join(cwd, 'page', 'assets', 'a.js'), 'export {};');
  await writeFile(join(cwd, 'secret.txt'), 'secret');
  review = await openReview(cwd, { web: join(cwd, 'page') });
});

const status = async (path: string, init?: RequestInit) => (await review.ask(path, init)).status;

describe('who is answered', () => {
  it('the page, by its token', async () => {
    expect(await status('/api/run')).toBe(200);
  });

  it.each(['evil.example', 'evil.example:4800', '127.0.0.1', '127.0.0.1:4801', '[::1]:4800', ''])(
    'not a name turned to this machine: Host %j',
    async (host) => {
      const answer = await review.ask('/api/run', { headers: { host } });
      expect(answer.status).toBe(403);
      expect(await answer.json()).toEqual({
        error: { ja: expect.stringContaining('127.0.0.1'), en: expect.stringContaining('127.0.0.1') },
      });
    },
  );

  it.each(['https://evil.example', 'null', `https://${HOST}`, 'http://127.0.0.1:9'])(
    'not a page from elsewhere: Origin %s',
    async (origin) => {
      expect(await status('/api/run', { headers: { origin } })).toBe(403);
    },
  );

  it('the page itself sends its own Origin', async () => {
    expect(await status('/api/run', { headers: { origin: `http://${HOST}` } })).toBe(200);
  });

  it('not what a browser says another site asked for', async () => {
    expect(await status('/api/run', { headers: { 'sec-fetch-site': 'cross-site' } })).toBe(403);
  });

  it.each(['', 'wrong', `${TOKEN}x`, TOKEN.slice(1)])('not another token: %j', async (token) => {
    expect(await status('/api/run', { headers: { 'x-jisseki-token': token } })).toBe(401);
  });

  it('a token in the address opens what is read, and nothing that is written', async () => {
    const bare = (path: string, init?: RequestInit) => review.ask(path, init, { hasToken: false });
    expect((await bare(`/api/run?token=${TOKEN}`)).status).toBe(200);
    expect((await bare('/api/run')).status).toBe(401);
    const post = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    expect((await bare(`/api/undo?token=${TOKEN}`, post)).status).toBe(401);
  });

  it('a form of another page cannot post: only JSON is taken', async () => {
    const form = { 'content-type': 'text/plain' };
    expect(await status('/api/undo', { method: 'POST', body: '{}', headers: form })).toBe(400);
  });
});

describe('what is given out', () => {
  it('the built page, by exact name alone', async () => {
    expect(await (await review.ask('/')).text()).toContain('<title>p</title>');
    expect((await review.ask('/assets/a.js')).headers.get('content-type')).toMatch(/^text\/javascript/);
    expect((await review.ask('/pdfjs/wasm/openjpeg.wasm')).headers.get('content-type')).toBe(
      'application/wasm',
    );
    for (const path of [
      '/pdfjs/wasm/quickjs-eval.js',
      '/pdfjs/package.json',
      '/assets/',
      '/%2e%2e/secret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/assets%5ca.js',
    ])
      expect(await status(path), path).toBe(404);
  });

  it.each(['..%2f..%2fsecret.txt', '..', '%2e%2e%2f..', 'wide-progress%2f..', 'nobody', 'wide-progress%00'])(
    'no document but those of the run: %s',
    async (id) => {
      for (const rest of ['source', 'lines', 'records', 'pages/1/cells', 'pages/1/image']) {
        const answer = await review.ask(`/api/documents/${id}/${rest}`);
        expect(answer.status, rest).toBe(404);
      }
    },
  );

  it('the bytes of a source, whole or in ranges', async () => {
    const bytes = await readFile(join(cwd, 'reports/wide-progress/report.txt'));
    const whole = await review.ask('/api/documents/wide-progress/source');
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    expect(whole.headers.get('content-type')).toBe('application/octet-stream');
    const part = await review.ask('/api/documents/wide-progress/source', { headers: { range: 'bytes=3-6' } });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 3-6/${bytes.length}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(3, 7))).toBe(true);
    const last = await review.ask('/api/documents/wide-progress/source', { headers: { range: 'bytes=-2' } });
    expect(Buffer.from(await last.arrayBuffer()).equals(bytes.subarray(-2))).toBe(true);
    const behind = { headers: { range: `bytes=${bytes.length}-` } };
    expect(await status('/api/documents/wide-progress/source', behind)).toBe(416);
  });

  it('no file that took the place of a source: changed, or a link to another', async () => {
    const source = join(cwd, 'reports/markdown-kpi/report.txt');
    expect(await status('/api/documents/markdown-kpi/source')).toBe(200);
    await rename(source, `${source}.away`);
    await symlink(join(cwd, 'secret.txt'), source);
    expect(await status('/api/documents/markdown-kpi/source')).toBe(404);
    await rm(source);
    const bytes = await readFile(`${source}.away`);
    bytes[bytes.length - 2] = (bytes[bytes.length - 2] ?? 0) ^ 1;
    await writeFile(source, bytes);
    expect(await status('/api/documents/markdown-kpi/source')).toBe(404);
    const rows = await review.get<{ id: string; hasSource: boolean }[]>('/api/documents');
    expect(rows.map(({ id, hasSource }) => [id, hasSource])).toEqual([
      ['markdown-kpi', false],
      ['wide-progress', true],
    ]);
    await rename(`${source}.away`, source);
    expect(await status('/api/documents/markdown-kpi/source')).toBe(200);
  });

  it('everything under a policy that runs no foreign script and keeps nothing', async () => {
    for (const path of ['/', '/api/run', '/nothing', '/api/documents/nobody/source']) {
      const { headers } = await review.ask(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/default-src 'none'/);
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

describe('what is asked wrongly', () => {
  it.each([
    ['/api/findings?limit=-1', 400],
    ['/api/findings?limit=many', 400],
    ['/api/findings?severity=bad', 400],
    ['/api/findings/nobody', 404],
    ['/api/documents/wide-progress/pages/0/cells', 400],
    ['/api/documents/wide-progress/records/nobody', 404],
    ['/api/sample', 404],
    ['/api/nothing', 404],
  ])('is told in both languages: %s', async (path, expected) => {
    const answer = await review.ask(path);
    expect(answer.status).toBe(expected);
    const { error } = (await answer.json()) as { error: { ja: string; en: string } };
    expect(error.ja).toMatch(/[ぁ-ん]/);
    expect(error.en).toMatch(/^[a-z]/);
  });

  it('is refused where it is too large', async () => {
    const body = JSON.stringify({
      documentId: 'wide-progress',
      observationId: 'x',
      value: 'あ'.repeat(200_000),
    });
    const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
    expect(await status('/api/reading', { method: 'POST', body, headers })).toBe(413);
  });
});
