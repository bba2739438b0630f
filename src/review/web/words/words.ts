import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../state/review.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';

/** All words of the page, in one language. */
export type Words = typeof ja;

const WORDS: { readonly [language in Language]: Words } = { ja, en };

export const wordsOf = (language: Language): Words => WORDS[language];

export const Spoken = createContext<Language>('ja');

export function useWords(): Words {
  return WORDS[useContext(Spoken)];
}

export function useLanguage(): Language {
  return useContext(Spoken);
}
