import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ReviewEvent, RunView } from '../api.ts';
import type { ReviewApp } from './app.ts';
import { documentOf, documentRows, pageCells, recordPage, recordRow, textLines } from './documents.ts';
import { findingView } from './finding-view.ts';
import { overviewOf } from './overview.ts';
import { filterOf, wholeOf } from './question.ts';
import { choicesOf, queuePage } from './queue.ts';
import { badRequest, ReviewError } from './review-error.ts';
import type { Sample } from './sample.ts';

/** How often an open stream says that it is alive. */
const BEAT_MILLISECONDS = 15_000;

/** What the page asks without changing anything. */
export function addReadingRoutes(app: Hono, { review, sources, sample, reviewer }: ReviewApp): void {
  app.get('/api/run', ({ json }) => {
    const { version, startedAt, endedAt, status, checkedAt, counts } = review.run;
    return json({
      folder: review.folder,
      run: { version, startedAt, endedAt, status, checkedAt, counts },
      reviewer: reviewer.name,
      choices: choicesOf(review),
      hasSample: sample !== null,
    } satisfies RunView);
  });

  app.get('/api/findings', (context) => context.json(queuePage(review, filterOf(context))));

  app.get('/api/findings/:id', async (context) =>
    context.json(await findingView(review, context.req.param('id'), filterOf(context))),
  );

  app.get('/api/documents', async ({ json }) => json(await documentRows(review, sources)));

  app.get('/api/documents/:id/records', async (context) => {
    const { offset, limit, search } = filterOf(context);
    const part = { ...(offset !== undefined && { offset }), ...(limit !== undefined && { limit }) };
    const page = await recordPage(review, context.req.param('id'), { ...part, search: search ?? '' });
    return context.json(page);
  });

  app.get('/api/documents/:id/records/:recordId', async ({ req, json }) =>
    json(await recordRow(review, req.param('id'), req.param('recordId'))),
  );

  app.get('/api/documents/:id/pages/:page/cells', async ({ req, json }) =>
    json(await pageCells(review, req.param('id'), pageOf(req.param('page')))),
  );

  app.get('/api/documents/:id/pages/:page/image', async ({ req, body }) => {
    const page = pageOf(req.param('page'));
    const png = await sources.picture(documentOf(review, req.param('id')), page);
    return body(png, 200, { 'Content-Type': 'image/png' });
  });

  app.get('/api/documents/:id/lines', async (context) => {
    const range = { from: wholeOf(context, 'from'), to: wholeOf(context, 'to') };
    return context.json(await textLines(review, context.req.param('id'), range));
  });

  app.get('/api/documents/:id/source', ({ req }) =>
    sources.respond(documentOf(review, req.param('id')), req.header('range')),
  );

  app.get('/api/overview', async ({ json }) => json(overviewOf(review, await review.counted())));

  app.get('/api/sample', async ({ json }) => json(await sampleOf(sample).view()));

  app.get('/api/events', (context) =>
    streamSSE(context, async (stream) => {
      const send = (event: ReviewEvent) => void stream.writeSSE({ data: JSON.stringify(event) });
      const leave = review.listen(send);
      stream.onAbort(leave);
      while (!stream.aborted) {
        await stream.write(': alive\n\n');
        await stream.sleep(BEAT_MILLISECONDS);
      }
      leave();
    }),
  );
}

/** Throws ReviewError where no sample was asked for. */
export function sampleOf(sample: Sample | null): Sample {
  if (sample !== null) return sample;
  throw new ReviewError(404, {
    ja: '標本は指定されていません。jisseki review --sample 50 で起動してください',
    en: 'no sample was asked for; start jisseki review --sample 50',
  });
}

function pageOf(given: string): number {
  if (!/^[1-9]\d{0,6}$/.test(given))
    throw badRequest(
      `ページは 1 からの整数です（${given}）`,
      `page: expected a whole number from 1, got ${given}`,
    );
  return Number(given);
}
