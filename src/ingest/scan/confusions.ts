import confusions from './confusions.json' with { type: 'json' };
import type { ReadLine } from './text-reader.ts';

/**
 * Characters that readers of Japanese print take for each other and that their neighbours tell apart: 一 before kanji is no
 * long vowel, 工 among katakana is エ. Digits are never among them: a figure that may be misread is doubted, not changed.
 */
const CONFUSIONS = confusions.map(({ read, meant, after, before }) => ({
  meant,
  pattern: new RegExp(`(?<=${after})${read}(?=${before})`, 'gu'),
}));

/** A text with what is plainly misread put right; as many characters as before. */
export function withoutConfusions(text: string): string {
  return CONFUSIONS.reduce((clean, { pattern, meant }) => clean.replace(pattern, meant), text);
}

/** Lines of one text with what is plainly misread put right, over line ends too. */
export function linesWithoutConfusions(lines: readonly ReadLine[]): ReadLine[] {
  const symbols = lines.flatMap(({ words }) => words.flatMap((word) => word.symbols));
  const points = symbols.flatMap(({ text }) => [...text]);
  const clean = [...withoutConfusions(points.join(''))];
  let at = 0;
  return lines.map((line) => ({
    ...line,
    words: line.words.map((word) => ({
      ...word,
      symbols: word.symbols.map((symbol) => {
        const from = at;
        at += [...symbol.text].length;
        return { ...symbol, text: clean.slice(from, at).join('') };
      }),
    })),
  }));
}
