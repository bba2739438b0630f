import { Refused } from '../ask.ts';
import { review } from './review.ts';

/** Shows why something was not done; a fault of the page itself goes on to the console. */
export function showRefusal(error: unknown): void {
  if (error instanceof Refused) {
    review.set({ notice: { kind: 'refused', text: error.text } });
    return;
  }
  console.error(error);
  const detail = error instanceof Error ? error.message : String(error);
  review.set({ notice: { kind: 'refused', text: { ja: detail, en: detail } } });
}

export function say(text: { readonly ja: string; readonly en: string }): void {
  review.set({ notice: { kind: 'said', text } });
}

export const clearNotice = (): void => review.set({ notice: null });
