import { DocumentError, type TextPage, type TextSource, type Word } from '../../model/index.ts';
import { decode } from './decode.ts';
import { type DraftWord, type Edit, type Manuscript, prepareManuscript } from './manuscript.ts';
import { type Placed, placeSpan, placeText } from './place.ts';
import { type ProseState, readProse } from './prose.ts';
import { cutRegions } from './regions.ts';
import { readTable } from './table.ts';

/**
 * Reads a report that came as text: decoded, with the tables its tabs, pipes and HTML tags draw.
 *
 * Offsets are Unicode code points into Source.text, which is the decoded text with LF line ends and the line breaks inside
 * cells closed up. Throws DocumentError `empty` (nothing but white space) or `unsupported` (binary data).
 */
export function readText(input: { path: string; bytes: Uint8Array; mediaType: string }): TextSource {
  const decoded = decode(input.bytes);
  if (decoded === null) throw binaryData(input.path);
  const text = decoded.text.replace(/\r\n?/g, '\n');
  if (text.trim() === '') throw noText(input.path);

  const manuscript = prepareManuscript(text);
  const { words, edits } = readWords(manuscript);
  const placed = placeText(text, edits);
  return {
    kind: 'text',
    text: placed.text,
    mediaType: input.mediaType,
    encoding: decoded.encoding,
    pages: pagesOf(manuscript, words, placed),
  };
}

function readWords(manuscript: Manuscript): { words: DraftWord[]; edits: Edit[] } {
  const words: DraftWord[] = [];
  const edits: Edit[] = [];
  const state: ProseState = { heading: null };
  let tables = 0;
  for (const region of cutRegions(manuscript)) {
    if (region.kind === 'prose') {
      for (const word of readProse(manuscript, region.line, region.span, state)) words.push(word);
    } else {
      const table = readTable(manuscript, region.table, tables);
      tables += 1;
      for (const word of table.words) words.push(word);
      for (const edit of table.edits) edits.push(edit);
    }
  }
  return { words, edits };
}

function pagesOf(manuscript: Manuscript, words: readonly DraftWord[], placed: Placed): TextPage[] {
  const pages: TextPage[] = [];
  for (let number = 1; number <= manuscript.lines.at(-1)!.page; number += 1) {
    pages.push({ number, words: [] });
  }
  for (const { page, ...word } of words) {
    const placedWord: Word = { ...word, ...placeSpan(placed, { ...word, page }), box: null, confidence: 1 };
    pages[page - 1]!.words.push(placedWord);
  }
  return pages;
}

function noText(path: string): DocumentError {
  return new DocumentError('empty', path, {
    ja: 'ファイルに文字がありません',
    en: 'the file holds no text, only white space',
  });
}

function binaryData(path: string): DocumentError {
  return new DocumentError('unsupported', path, {
    ja: 'テキストではないデータです（NUL バイトを含みます）。テキスト形式で保存し直してください',
    en: 'expected text, got binary data (it holds NUL bytes); save the report as text',
  });
}
