import type { Bilingual } from './rule.ts';

/** A short text for which there is one field and readers of two languages. */
export const inBoth = ({ ja, en }: Bilingual): string => `${ja} / ${en}`;
