import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { ReviewError } from './review-error.ts';

/** The name of the page's header, and of the parameter where a browser sends no headers of ours. */
export const TOKEN_HEADER = 'x-jisseki-token';
export const TOKEN_PARAMETER = 'token';

/** What the page may load and run: its own files; pdf.js needs WebAssembly and blobs for its workers and pictures. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: { readonly [name: string]: string } = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Headers of every answer. */
export const withSafeHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
};

/**
 * Refuses what did not come from the page of this server: another name in Host (DNS rebinding: a foreign page whose name
 * was turned to 127.0.0.1), a foreign Origin, a browser that says another site asked. `port` is known once it listens.
 */
export function onlyFromHere(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    const own = [`127.0.0.1:${port()}`, `localhost:${port()}`];
    if (!own.includes(host)) throw foreignHost(host);
    const origin = context.req.header('origin');
    if (origin !== undefined && origin !== `http://${host}`) throw foreignOrigin(origin);
    const site = context.req.header('sec-fetch-site');
    const isLink = context.req.method === 'GET' && context.req.header('sec-fetch-mode') === 'navigate';
    if (!isLink && (site === 'cross-site' || site === 'same-site')) throw foreignOrigin(site);
    await next();
  };
}

/** Lets pass who knows the token: in its header, or as a parameter of a GET. */
export function onlyWithToken(token: string): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context;
    const given = req.header(TOKEN_HEADER) ?? (req.method === 'GET' ? req.query(TOKEN_PARAMETER) : undefined);
    if (given === undefined || !isSame(given, token)) throw wrongToken();
    await next();
  };
}

function isSame(given: string, token: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(token)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const foreignHost = (host: string): ReviewError =>
  new ReviewError(403, {
    ja: `このサーバーは 127.0.0.1 からだけ使えます（Host: ${host}）`,
    en: `this server answers as 127.0.0.1 alone (Host: ${host})`,
  });

const foreignOrigin = (origin: string): ReviewError =>
  new ReviewError(403, {
    ja: `ほかのページからの要求には答えません（${origin}）`,
    en: `requests from other pages are not answered (${origin})`,
  });

const wrongToken = (): ReviewError =>
  new ReviewError(401, {
    ja: '合言葉（token）が違います。jisseki review が表示した URL を開き直してください',
    en: 'the token is wrong; open the URL that jisseki review printed again',
  });
