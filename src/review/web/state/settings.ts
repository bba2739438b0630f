import { type Language, review } from './review.ts';

/** What a person set up, remembered by the browser. */
export function setLanguage(language: Language): void {
  localStorage.setItem('jisseki.language', language);
  document.documentElement.lang = language;
  review.set({ language });
}

export function setReviewer(reviewer: string): void {
  localStorage.setItem('jisseki.reviewer', reviewer);
  review.set({ reviewer });
}

export function setKeys(keysAreOn: boolean): void {
  localStorage.setItem('jisseki.keys', keysAreOn ? 'on' : 'off');
  review.set({ keysAreOn });
}

/** Who decides, as the server is told. */
export const signature = (): string | null => review.get().reviewer.trim() || null;
