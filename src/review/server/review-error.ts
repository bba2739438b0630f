import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ApiError } from '../api.ts';

/** A question that cannot be answered as it was put: the status of the answer and one line that says why. */
export class ReviewError extends Error {
  override readonly name = 'ReviewError';
  readonly status: ContentfulStatusCode;
  readonly text: ApiError['error'];

  constructor(status: ContentfulStatusCode, text: ApiError['error'], cause?: unknown) {
    super(text.en, cause === undefined ? undefined : { cause });
    this.status = status;
    this.text = text;
  }
}

export const noSuch = (what: { readonly ja: string; readonly en: string }, id: string): ReviewError =>
  new ReviewError(404, {
    ja: `${what.ja} ${id} はこの出力にありません。ページを読み込み直してください`,
    en: `this output holds no ${what.en} ${id}; reload the page`,
  });

export const badRequest = (ja: string, en: string): ReviewError => new ReviewError(400, { ja, en });
