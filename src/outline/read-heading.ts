import type { Block, Line } from '../model/index.ts';
import { headerKey, type Vocabulary } from '../vocabulary/index.ts';
import { type HeadingStyle, headingStyle, PLAIN } from './heading-style.ts';

/** Longest line taken for a heading. */
const HEADING_CHARACTERS = 70;
/** Longest plain line (no number, no mark) taken for a heading. */
const PLAIN_CHARACTERS = 36;
const NUMBER_ALONE = /^[0-9\uFF10-\uFF19]{1,2}$/u;
const NAME_OF_VOCABULARY_AND_NUMBER = /^\D{2,8}\s*[0-9\uFF10-\uFF19]{1,2}$/u;
const NOT_A_HEADING =
  /^(?:[A-ES\uFF21-\uFF25\uFF33]\s*[:\uFF1A]|[-・※*＊→⇒:\uFF1A]|[○◎〇△×●▲－—]\s*[:\uFF1A])|^[(\uFF08]?単位|^[(\uFF08][^()\uFF08\uFF09]*[)\uFF09]$|^凡例|^(?:資料|出典|注|備考)\s*\d?\s*[:\uFF1A]|^[(\uFF08]?(?:[※＊*]|注\s*[0-9\uFF10-\uFF19①-⑳]{0,2}[)\uFF09])|[。、,:\uFF1A]$|。/u;
const NAMED: HeadingStyle = { signature: 'named', rank: 58, isStructural: false };

/** A heading with the lines it is written on. */
export interface FoundHeading {
  readonly text: string;
  readonly style: HeadingStyle;
  readonly lines: readonly Line[];
}

/** `isMarked`: the source marks its headings (# or h1–h6), so that numbered lines are lists. */
export function readHeading(
  blocks: readonly Block[],
  at: number,
  vocabulary: Vocabulary,
  isMarked: boolean,
): FoundHeading | null {
  const line = blocks[at] as Line;
  const following = blocks[at + 1];
  const next = following?.kind === 'line' ? following : null;
  const isShortNext =
    next !== null &&
    next.text.length <= PLAIN_CHARACTERS &&
    !NOT_A_HEADING.test(next.text) &&
    !NUMBER_ALONE.test(next.text);
  if (NUMBER_ALONE.test(line.text)) {
    if (!isShortNext || headingStyle(next.text, next.heading, vocabulary) !== null) return null;
    const text = `${line.text} ${next.text}`;
    return { text, style: { signature: '1', rank: 50, isStructural: true }, lines: [line, next] };
  }
  if (line.text.length > HEADING_CHARACTERS || NOT_A_HEADING.test(line.text)) return null;
  const written = headingStyle(line.text, line.heading, vocabulary);
  const isList =
    written !== null &&
    line.heading === null &&
    written.rank >= LIST_RANK &&
    (isMarked || isListItem(blocks, at, written, vocabulary));
  if (isList) return null;
  const style = written;
  if (style !== null) {
    if (
      NAME_OF_VOCABULARY_AND_NUMBER.test(line.text) &&
      isShortNext &&
      gap(line, next) <= 2 &&
      style.isStructural &&
      headingStyle(next.text, next.heading, vocabulary) === null
    ) {
      return { text: `${line.text} ${next.text}`, style, lines: [line, next] };
    }
    return { text: line.text, style, lines: [line] };
  }
  if (vocabulary.identities.has(headerKey(line.text))) {
    const isNamed =
      isShortNext &&
      headingStyle(next.text, next.heading, vocabulary) === null &&
      blocks[at + 2]?.kind !== 'table';
    if (isNamed) return { text: next.text, style: NAMED, lines: [line, next] };
    if (isPlainHeading(blocks, at))
      return { text: line.text, style: { ...PLAIN, rank: NAMED.rank + 1 }, lines: [line] };
  }
  return isPlainHeading(blocks, at) ? { text: line.text, style: PLAIN, lines: [line] } : null;
}

/** Numbered lines one right under the other are the items of a list. */
function isListItem(
  blocks: readonly Block[],
  at: number,
  style: HeadingStyle,
  vocabulary: Vocabulary,
): boolean {
  const line = blocks[at] as Line;
  return [blocks[at - 1], blocks[at + 1]].some(
    (other) =>
      other?.kind === 'line' &&
      (line.box !== null || Math.abs(gap(line, other)) === 1) &&
      headingStyle(other.text, other.heading, vocabulary)?.signature === style.signature,
  );
}

/** Styles of this rank and below are used for headings and for lists alike. */
const LIST_RANK = 50;

/** Lines from one block to the next, 1 where nothing stands between; on a drawn page by the white between them. */
function gap(before: Line, after: Block): number {
  if (before.box === null || after.box === null) return (after.line ?? 0) - (before.line ?? 0);
  if (before.page !== after.page) return FAR;
  const white = (after.box[1] - before.box[3]) / (before.box[3] - before.box[1]);
  return 1 + Math.floor(Math.max(0, white) / BLANK_LINE);
}

/** White as high as this share of a line is a blank line: lines of one paragraph are set closer. */
const BLANK_LINE = 0.95;
const FAR = 3;

/** A short line on its own: white space around it, or a table right under it. */
function isPlainHeading(blocks: readonly Block[], at: number): boolean {
  const line = blocks[at] as Line;
  if (line.text.length > PLAIN_CHARACTERS) return false;
  const before = blocks[at - 1];
  const after = blocks[at + 1];
  if (after === undefined) return false;
  if (after.kind === 'table' && gap(line, after) <= 2) return true;
  const standsFree =
    before === undefined || before.kind === 'table' || before.page !== line.page || gap(before, line) >= 2;
  return standsFree && gap(line, after) >= 2;
}
