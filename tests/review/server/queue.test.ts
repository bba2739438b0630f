import { beforeAll, describe, expect, it } from 'vitest';
import { GRAVITY } from '../../../src/model/index.ts';
import type { DocumentRow, FindingPage, FindingView, Overview, RunView } from '../../../src/review/api.ts';
import { extracted, type OpenReview, openReview } from './open-review.ts';

let review: OpenReview;

beforeAll(async () => {
  review = await openReview(await extracted(['wide-progress', 'long-review', 'html-progress-sjis', 'pdf']));
});

const page = (parameters: string) => review.get<FindingPage>(`/api/findings?${parameters}`);

describe('the queue', () => {
  it('holds every finding once, the gravest first', async () => {
    const { rows, total } = await page('limit=1000');
    const { run } = await review.get<RunView>('/api/run');
    expect([total, new Set(rows.map(({ id }) => id)).size]).toEqual([run.counts.findings, total]);
    const gravity = rows.map(({ severity }) => GRAVITY[severity]);
    expect(gravity).toEqual(gravity.toSorted((a, b) => a - b));
  });

  it('is ranked over all documents and not one behind the other', async () => {
    const { rows } = await page('severity=warning&limit=1000');
    const runs = rows.filter(({ documentId }, at) => documentId !== rows[at - 1]?.documentId).length;
    expect(runs).toBeGreaterThan(new Set(rows.map(({ documentId }) => documentId)).size);
  });

  it('is given in parts that make up the whole', async () => {
    const { rows: whole, total } = await page('limit=1000');
    const parts = [];
    for (let offset = 0; offset < total; offset += 7)
      parts.push(...(await page(`offset=${offset}&limit=7`)).rows);
    expect(parts).toEqual(whole);
  });

  it('takes several values of a field as either, and several fields as both', async () => {
    const [wide, long] = ['wide-progress', 'long-review'];
    const { rows } = await page(
      `document=${wide}&document=${long}&severity=error&severity=warning&limit=1000`,
    );
    expect(new Set(rows.map(({ documentId }) => documentId))).toEqual(new Set([wide, long]));
    expect(rows.some(({ severity }) => severity === 'info')).toBe(false);
    const alone = await Promise.all(
      [wide, long].map((id) => page(`document=${id}&severity=error&severity=warning`)),
    );
    expect(rows).toHaveLength(alone[0]!.total + alone[1]!.total);
  });

  it('says how many findings each choice lets through', async () => {
    const { choices } = await review.get<RunView>('/api/run');
    for (const [field, all] of Object.entries(choices))
      for (const { value, count } of all)
        expect((await page(`${field}=${encodeURIComponent(value)}`)).total, `${field} ${value}`).toBe(count);
    expect(choices.rule.find(({ value }) => value === 'achievement-rate')?.label).toEqual({
      ja: expect.any(String),
      en: expect.any(String),
    });
  });

  it('is searched whatever the width and case', async () => {
    const plain = await page('search=R5 転入者数');
    const wide = await page(`search=${encodeURIComponent('ｒ５　転入者数')}`);
    expect(plain.total).toBeGreaterThan(0);
    expect(wide.rows).toEqual(plain.rows);
    expect((await page('search=この語はどこにもない')).total).toBe(0);
  });

  it('is walked by previous and next within the filter', async () => {
    const { rows } = await page('document=long-review&limit=1000');
    const first = await review.get<FindingView>(`/api/findings/${rows[0]!.id}?document=long-review`);
    expect([first.previous, first.next]).toEqual([null, rows[1]!.id]);
    const second = await review.get<FindingView>(`/api/findings/${rows[1]!.id}?document=long-review`);
    expect(second.previous).toBe(rows[0]!.id);
  });
});

describe('a place', () => {
  it('of a text is the line and columns of the cell, with its headers', async () => {
    const { rows } = await page('document=wide-progress&search=-179%25');
    const { places } = await review.get<FindingView>(`/api/findings/${rows[0]!.id}`);
    const { line, columns, headers, box } = places[0]!;
    const [printed] = await review.get<{ text: string }[]>(
      `/api/documents/wide-progress/lines?from=${line}&to=${line}`,
    );
    const slice = (text: string, [start, end]: readonly [number, number]) =>
      [...text].slice(start, end).join('');
    expect(slice(printed!.text, columns!)).toBe('-179% (-394人増加)');
    expect(box).toBeNull();
    expect(headers.map(({ text }) => text)).toEqual(['達成率', '転入者数']);
    for (const header of headers) {
      const [own] = await review.get<{ text: string }[]>(
        `/api/documents/wide-progress/lines?from=${header.line}&to=${header.line}`,
      );
      expect(slice(own!.text, header.columns!)).toBe(header.text);
    }
  });

  it('of a PDF is a box on its page, under the box of its header and beside that of its label', async () => {
    const { rows } = await page('document=ruled&search=-179%25');
    const { places } = await review.get<FindingView>(`/api/findings/${rows[0]!.id}`);
    const { box, headers, page: number } = places[0]!;
    const [rate, label] = headers;
    expect([rate!.text, label!.text]).toEqual(['達成率', '転入者数']);
    expect([rate!.page, label!.page]).toEqual([number, number]);
    const [x0, y0, x1] = box!;
    expect(rate!.box![1]).toBeLessThan(y0);
    expect(rate!.box![0]).toBeLessThan(x1);
    expect(rate!.box![2]).toBeGreaterThan(x0);
    expect(label!.box![2]).toBeLessThanOrEqual(x0 + 1);
    const cells = await review.get<{ width: number; height: number; rotation: number; cells: unknown[] }>(
      `/api/documents/ruled/pages/${number}/cells`,
    );
    expect(cells.cells).toContainEqual(expect.objectContaining({ box }));
    expect(x1).toBeLessThan(cells.width);
  });

  it('of a page printed sideways is measured as it is read', async () => {
    const { width, height, rotation } = await review.get<{ width: number; height: number; rotation: number }>(
      '/api/documents/rotated/pages/1/cells',
    );
    expect(width).toBeGreaterThan(height);
    expect([90, 270]).toContain(rotation);
  });
});

it('documents say what they hold', async () => {
  const rows = await review.get<DocumentRow[]>('/api/documents');
  const kinds = Object.fromEntries(rows.map(({ id, source, lines }) => [id, [source, lines !== null]]));
  expect(kinds).toMatchObject({ 'wide-progress': ['text', true], ruled: ['pdf', false] });
  for (const { id, findings } of rows) expect((await page(`document=${id}`)).total, id).toBe(findings);
});

it('the overview counts what the queue holds', async () => {
  const overview = await review.get<Overview>('/api/overview');
  const { run, choices } = await review.get<RunView>('/api/run');
  expect(overview).toMatchObject({
    reports: run.counts.documents,
    records: run.counts.records,
    observations: run.counts.observations,
    open: run.counts.findings,
  });
  expect(Object.entries(overview.findings).filter(([, count]) => count > 0)).toEqual(
    choices.severity.map(({ value, count }) => [value, count]),
  );
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  expect(sum(overview.byArea.map(({ observations }) => observations))).toBe(run.counts.observations);
  expect(sum(overview.byRule.map(({ error, warning, info }) => error + warning + info))).toBe(
    run.counts.findings,
  );
  expect(overview.shareChecked).toBeGreaterThan(0.5);
  expect(overview.shareChecked).toBeLessThanOrEqual(1);
  expect(overview.targets.met).toBeLessThanOrEqual(overview.targets.compared);
});
