const BETWEEN = ' / ';

/** One language of what a suggestion says that it would make agree (「ja / en」); all of it where it is not in both. */
export function explanationIn(explains: string, language: 'ja' | 'en'): string {
  const parts = explains.split(BETWEEN);
  const half = parts.length / 2;
  if (!Number.isInteger(half)) return explains;
  return (language === 'ja' ? parts.slice(0, half) : parts.slice(half)).join(BETWEEN);
}
