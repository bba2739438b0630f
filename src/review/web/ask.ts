import type { ApiError } from '../api.ts';

/** The token of this page, from its address: the server answers nobody else. */
const token = new URLSearchParams(location.search).get('token') ?? '';

/** What a server that refused has said, in both languages. */
export class Refused extends Error {
  readonly text: { readonly ja: string; readonly en: string };
  readonly status: number;

  constructor(status: number, text: { readonly ja: string; readonly en: string }) {
    super(text.en);
    this.name = 'Refused';
    this.status = status;
    this.text = text;
  }
}

/** Asks an address below /api/. Throws Refused. */
export async function ask<Answer>(path: string, body?: unknown): Promise<Answer> {
  const response = await answered(path, body);
  return (await response.json()) as Answer;
}

/** The bytes at an address below /api/. Throws Refused. */
export async function askForBytes(path: string): Promise<Blob> {
  return (await answered(path)).blob();
}

/** For those that cannot send headers: server-sent events. */
export const withToken = (path: string): string => `/api/${path}?token=${encodeURIComponent(token)}`;

export const tokenHeader = (): { [name: string]: string } => ({ 'x-jisseki-token': token });

async function answered(path: string, body?: unknown): Promise<Response> {
  const sent =
    body === undefined
      ? { headers: tokenHeader() }
      : {
          method: 'POST',
          headers: { ...tokenHeader(), 'content-type': 'application/json' },
          body: JSON.stringify(body),
        };
  const response = await fetch(`/api/${path}`, sent).catch(() => {
    throw new Refused(0, UNREACHABLE);
  });
  if (!response.ok) throw await refusal(response);
  return response;
}

async function refusal(response: Response): Promise<Refused> {
  const said = (await response.json().catch(() => null)) as ApiError | null;
  const plain = { ja: `サーバーの応答 ${response.status}`, en: `the server answered ${response.status}` };
  return new Refused(response.status, said?.error ?? plain);
}

const UNREACHABLE = {
  ja: 'サーバーに届きません。jisseki review が動いているか確かめてください。記録済みの判定は失われません',
  en: 'the server cannot be reached; check that jisseki review is running. Verdicts already recorded are safe',
};
