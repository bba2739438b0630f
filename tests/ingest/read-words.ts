import { ingestText } from '../../src/ingest/index.ts';
import { scanTags } from '../../src/ingest/text/tags.ts';
import type { TextSource, Word } from '../../src/model/index.ts';

/** Reads a text given as a string (UTF-8). */
export function read(text: string, path = 'report.txt'): TextSource {
  return ingestText({ path, bytes: Buffer.from(text) });
}

export function wordsOf(source: TextSource): Word[] {
  return source.pages.flatMap((page) => page.words);
}

export function textsOf(source: TextSource): string[] {
  return wordsOf(source).map((word) => word.text);
}

/** What stands in text.txt at each word's offsets. */
export function slicesOf(source: TextSource): string[] {
  const codePoints = Array.from(source.text);
  return wordsOf(source).map((word) => codePoints.slice(word.start, word.end).join(''));
}

/** A table as rows of texts, each at its column; holes where no cell begins. */
export function gridOf(source: TextSource, table = 0): string[][] {
  const rows: string[][] = [];
  for (const { text, cell } of wordsOf(source)) {
    if (cell?.table !== table) continue;
    rows[cell.row] ??= [];
    rows[cell.row]![cell.column] = text;
  }
  return rows;
}

/**
 * The characters that stand in no word and are neither white space nor markup. Nothing may be lost, so this is '' for
 * every text.
 */
export function lostCharacters(source: TextSource): string {
  const covered = new Uint8Array(source.text.length + 1);
  const utf16 = utf16Offsets(source.text);
  for (const word of wordsOf(source)) covered.fill(1, utf16[word.start], utf16[word.end]);
  for (const tag of scanTags(source.text)) covered.fill(1, tag.start, tag.end);
  const rest = source.text.split('').filter((_character, at) => covered[at] === 0);
  return rest
    .join('')
    .replace(/&(?:nbsp|#10);/g, '')
    .replace(/[|:\-\s]/g, '');
}

function utf16Offsets(text: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    offsets.push(at);
    at += character.length;
  }
  return [...offsets, at];
}
