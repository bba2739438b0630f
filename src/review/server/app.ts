import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { OutputFolderError } from '../../emit/run-folder.ts';
import { StoredReportError } from '../../emit/stored-report.ts';
import type { ApiError } from '../api.ts';
import { addDecisionRoutes } from './decision-routes.ts';
import { onlyFromHere, onlyWithToken, withSafeHeaders } from './guard.ts';
import { MOST_BYTES } from './question.ts';
import { addReadingRoutes } from './reading-routes.ts';
import { ReviewError } from './review-error.ts';
import type { ReviewFolder } from './review-folder.ts';
import type { Sample } from './sample.ts';
import type { SourceFiles } from './source-file.ts';
import type { WebFiles } from './web-files.ts';
import type { Teacher } from './words.ts';

/** What the page's server stands on. */
export interface ReviewApp {
  readonly review: ReviewFolder;
  readonly sources: SourceFiles;
  readonly web: WebFiles;
  /** what a page must know to be answered */
  readonly token: string;
  /** that the server listens on */
  readonly port: () => number;
  /** null where documents cannot be read again */
  readonly teacher: Teacher | null;
  /** null where none was asked for */
  readonly sample: Sample | null;
  /** who was last named as deciding; null where nobody has said */
  readonly reviewer: { name: string | null };
}

/** The server of the review page, without a socket: questions in, answers out. */
export function createApp(context: ReviewApp): Hono {
  const { review, web, token, port } = context;
  const app = new Hono();
  app.use(withSafeHeaders);
  app.use(onlyFromHere(port));
  app.use('/api/*', onlyWithToken(token));
  app.use('/api/*', bodyLimit({ maxSize: MOST_BYTES, onError: tooLarge }));
  app.use('/api/*', async (_, next) => {
    await review.follow();
    await next();
  });
  addReadingRoutes(app, context);
  addDecisionRoutes(app, context);
  app.get('*', async ({ req, body }) => {
    const file = req.path.startsWith('/api/') ? null : await web.read(req.path);
    if (file !== null) return body(file.bytes, 200, { 'Content-Type': file.mediaType });
    throw req.path === '/' ? notBuilt() : nothingThere(req.path);
  });
  app.notFound(({ req }) => {
    throw nothingThere(req.path);
  });
  app.onError((error, { json }) => {
    const { status, text } = answerTo(error);
    return json({ error: text } satisfies ApiError, status);
  });
  return app;
}

function answerTo(error: Error): Pick<ReviewError, 'status' | 'text'> {
  if (error instanceof ReviewError) return error;
  if (error instanceof OutputFolderError || error instanceof StoredReportError)
    return { status: 500, text: error.text };
  if (saysInBoth(error)) return { status: 409, text: error.text };
  const detail = error.message.split('\n')[0]!;
  return {
    status: 500,
    text: {
      ja: `サーバーの中で失敗しました（${detail}）。jisseki review を起動し直してください`,
      en: `the server failed (${detail}); start jisseki review again`,
    },
  };
}

/** What stages and settings throw tells people itself what to do. */
const saysInBoth = (error: Error): error is Error & { readonly text: ApiError['error'] } =>
  'text' in error &&
  typeof error.text === 'object' &&
  error.text !== null &&
  'ja' in error.text &&
  'en' in error.text;

const tooLarge = (): never => {
  throw new ReviewError(413, {
    ja: `送られた内容が大きすぎます（上限 ${MOST_BYTES} バイト）`,
    en: `the request is too large: at most ${MOST_BYTES} bytes`,
  });
};

const notBuilt = (): ReviewError =>
  new ReviewError(503, {
    ja: 'ページがまだ作られていません。npm run build を実行してください',
    en: 'the page has not been built; run npm run build',
  });

const nothingThere = (path: string): ReviewError =>
  new ReviewError(404, { ja: `${path} はありません`, en: `there is no ${path}` });
