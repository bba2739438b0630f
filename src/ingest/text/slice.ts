import { joinerBetween } from '../../normalize/index.ts';
import { stripEmphasis } from './emphasis.ts';
import { decodeEntities } from './entities.ts';
import { type Edit, isSpace, type Manuscript, type Span, tagIndexAt, trimSpan } from './manuscript.ts';
import { isChecked, type Tag, type TagKind, tagKind } from './tags.ts';

/** What stands in a stretch of the manuscript. */
export interface Slice extends Span {
  /** clean of markup; '' where nothing but markup and white space stands, and then start = end */
  readonly text: string;
  /** the lines that were closed up; empty where there was no line break */
  readonly lines: string[];
  /** what closes up the line breaks inside, for Source.text */
  readonly edits: readonly Edit[];
}

/** A stretch is a row of these: characters to be seen, and the markup and white space between them. */
type Atom = Span & { readonly kind: 'visible' | 'space' | TagKind; readonly text: string };

/**
 * Reads a cell, or a piece of a line: its text, and its span without the tags and white space at its ends.
 *
 *     <td> <p>人口<br>増減</p> </td>      text 人口増減
 *             ^^^^^^^^^^^^                the span; its <br> is edited away
 */
export function readSlice(manuscript: Manuscript, span: Span): Slice {
  const edits: Edit[] = [];
  const parts: string[] = [];
  const lineStarts: number[] = [];
  let first: Atom | null = null;
  let last: Atom | null = null;
  let between: Atom[] = [];
  for (const atom of atomsOf(manuscript, span)) {
    if (atom.kind !== 'visible') {
      if (last !== null) between.push(atom);
      continue;
    }
    if (last !== null) parts.push(join(manuscript, last, between, atom, edits));
    if (between.some(({ kind }) => kind === 'break')) lineStarts.push(parts.length);
    parts.push(atom.text);
    first ??= atom;
    last = atom;
    between = [];
  }
  if (first === null || last === null)
    return { text: '', lines: [], start: span.start, end: span.start, edits };
  const text = stripEmphasis(parts.join('')).trim();
  return { text, lines: linesOf(parts, lineStarts), start: first.start, end: last.end, edits };
}

function linesOf(parts: readonly string[], starts: readonly number[]): string[] {
  if (starts.length === 0) return [];
  const bounds = [0, ...starts, parts.length];
  return bounds
    .slice(0, -1)
    .map((start, i) => stripEmphasis(parts.slice(start, bounds[i + 1]).join('')).trim());
}

/** Says what stands in the clean text between two visible atoms, and edits the line breaks there away. */
function join(
  manuscript: Manuscript,
  before: Atom,
  atoms: readonly Atom[],
  after: Atom,
  edits: Edit[],
): string {
  const isParted = atoms.some((atom) => atom.kind === 'block');
  const hasBreak = atoms.some((atom) => atom.kind === 'break');
  const joiner = isParted ? ' ' : joinerBetween(before.text, after.text);
  let insert = joiner;
  for (const atom of atoms) {
    if (atom.kind === 'inline' || atom.kind === 'block') closeUpTag(manuscript.text, atom, edits);
    else if (hasBreak) {
      edits.push({ start: atom.start, end: atom.end, insert });
      insert = '';
    }
  }
  if (hasBreak || isParted) return joiner;
  return atoms.find((atom) => atom.text !== '')?.text ?? '';
}

/** A tag may be written over several lines; inside a cell it is not. */
function closeUpTag(text: string, tag: Span, edits: Edit[]): void {
  const written = text.slice(tag.start, tag.end);
  for (let at = written.indexOf('\n'); at >= 0; at = written.indexOf('\n', at + 1)) {
    edits.push({ start: tag.start + at, end: tag.start + at + 1, insert: ' ' });
  }
}

function* atomsOf(manuscript: Manuscript, span: Span): Generator<Atom> {
  const { text, tags } = manuscript;
  let at = span.start;
  for (let index = tagIndexAt(tags, span.start); index < tags.length; index += 1) {
    const tag = tags[index]!;
    if (tag.start >= span.end) break;
    yield* atomsOfText(text, { start: at, end: tag.start });
    yield atomOfTag(text, tag, span);
    at = Math.min(tag.end, span.end);
  }
  yield* atomsOfText(text, { start: at, end: span.end });
}

function atomOfTag(text: string, tag: Tag, span: Span): Atom {
  const place = { start: Math.max(tag.start, span.start), end: Math.min(tag.end, span.end) };
  if (isChecked(text, tag)) return { kind: 'visible', text: '☑', ...place };
  return { kind: tagKind(tag), text: '', ...place };
}

/** Characters between two tags: parted at their line breaks, each with the white space around it. */
function* atomsOfText(text: string, span: Span): Generator<Atom> {
  const chunk = text.slice(span.start, span.end); // never search the line behind it
  let at = span.start;
  for (let found = chunk.indexOf('\n'); found >= 0; found = chunk.indexOf('\n', at - span.start)) {
    const next = span.start + found;
    let start = next;
    let end = next + 1;
    while (start > at && isSpace(text.charCodeAt(start - 1))) start -= 1;
    while (end < span.end && isSpace(text.charCodeAt(end))) end += 1;
    yield* atomsOfLine(text, { start: at, end: start });
    yield { kind: 'break', text: '', start, end };
    at = end;
  }
  yield* atomsOfLine(text, { start: at, end: span.end });
}

/** Characters and the white space before and behind them. */
function* atomsOfLine(text: string, span: Span): Generator<Atom> {
  if (span.start >= span.end) return;
  const trimmed = trimSpan(text, span);
  if (trimmed.start === trimmed.end) {
    yield* space(text, span);
    return;
  }
  const decoded = decodeEntities(text.slice(trimmed.start, trimmed.end));
  yield* space(text, { start: span.start, end: trimmed.start });
  yield { kind: decoded.trim() === '' ? 'inline' : 'visible', text: decoded, ...trimmed }; // &nbsp; is no word, yet kept
  yield* space(text, { start: trimmed.end, end: span.end });
}

function* space(text: string, span: Span): Generator<Atom> {
  if (span.end > span.start) yield { kind: 'space', text: text.slice(span.start, span.end), ...span };
}
