import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { resolve } from 'node:path';
import { serve } from '@hono/node-server';
import { createApp } from './app.ts';
import { ReviewError } from './review-error.ts';
import { ReviewFolder } from './review-folder.ts';
import { Sample, type SampleOrder } from './sample.ts';
import { SourceFiles } from './source-file.ts';
import { WebFiles } from './web-files.ts';
import type { Teacher } from './words.ts';

export interface ReviewOptions {
  /** the folder an extraction wrote to */
  readonly folder: string;
  /** 0: any that is free */
  readonly port?: number | undefined;
  /** who decides, where the page does not say */
  readonly by?: string | undefined;
  /** reads documents again with words taught */
  readonly teacher?: Teacher | undefined;
  /** cells to key without being shown their reading */
  readonly sample?: SampleOrder | undefined;
  /** folder that relative paths start from, also those of the sources (default: that of the process) */
  readonly cwd?: string;
}

/** A review under way. */
export interface RunningReview {
  /** of the page, with its token */
  readonly url: string;
  /** whether the page itself has been built */
  readonly hasPage: boolean;
  /** Ends the server; what was decided is on the disk already. */
  close(): Promise<void>;
}

/** Names no other machine can reach. */
const HOST = '127.0.0.1';
const TOKEN_BYTES = 24;
/** How soon a page hears of what another server or command wrote. */
const FOLLOW_MILLISECONDS = 1_000;

/**
 * Opens the review page's server on this machine alone. Throws OutputFolderError where the folder holds no run, ReviewError
 * where the port is taken.
 */
export async function startReview(options: ReviewOptions): Promise<RunningReview> {
  const cwd = resolve(options.cwd ?? '.');
  const folder = resolve(cwd, options.folder);
  const review = await ReviewFolder.open(folder);
  const web = await WebFiles.open();
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  let port = options.port ?? 0;
  const app = createApp({
    ...{ review, web, token, port: () => port },
    sample: options.sample === undefined ? null : new Sample(review, options.sample),
    teacher: options.teacher ?? null,
    sources: new SourceFiles(cwd, folder),
    reviewer: { name: options.by ?? null },
  });
  const server = await new Promise<Server>((done, fail) => {
    const listening = serve({ fetch: app.fetch, hostname: HOST, port }, (info) => {
      port = info.port;
      done(listening as Server);
    });
    listening.on('error', (error: NodeJS.ErrnoException) => fail(portTaken(port, error)));
  });
  const following = setInterval(() => void review.follow().catch(() => undefined), FOLLOW_MILLISECONDS);
  return {
    url: `http://${HOST}:${port}/?token=${token}`,
    hasPage: web.isBuilt,
    close: () => {
      clearInterval(following);
      return new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    },
  };
}

const portTaken = (port: number, cause: NodeJS.ErrnoException): ReviewError =>
  new ReviewError(
    500,
    {
      ja: `--port ${port} では待ち受けられません（${cause.code}）。ほかの番号を指定してください`,
      en: `--port ${port} cannot be listened on (${cause.code}); give another one`,
    },
    cause,
  );
