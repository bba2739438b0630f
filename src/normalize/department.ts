import data from './departments.json' with { type: 'json' };
import { foldText } from './fold.ts';

const ENDINGS = Object.entries(data.endings)
  .flatMap(([level, endings]) => endings.map((ending) => ({ ending, level: Number(level) })))
  .sort((a, b) => b.ending.length - a.ending.length);
const WHOLE = new Set(data.whole);
const NEVER = new Set(data.never);

/** Longest cell that still lists departments; longer ones are prose. */
const MAX_LENGTH = 400;
const MAX_NAME_LENGTH = 30;
/** Signs in front of a name: ◎ the leading one, ・ a list. */
const LEADING = /^[\s○◎●◯・•※□■◇◆*-]+/u;
/** A bracketed section or a 他 behind a name does not change what it ends in. */
const TRAILING = /(?:\s*\([^()]*\)|\s*(?:ほか|他|等|など))+$/u;
const SENTENCE = /[。!?]|(?:した|する|ます|です|ない|いる|ある|れる|なる|った|から|ので|ため)$/u;
const PARTICLE = /[をにへでがはのとも]/u;
const SEPARATORS = /([\s・、,/;]+|及び|並びに)/u;

/** 企業立地課商工課: two sections of one rank, put together where the cell had no room; 資産課税課 is one. */
const TWO_NAMES = /([^\s・、,/;]{2,}課)(?=[^\s・、,/;課]{2,}課(?:$|[\s・、,/;]))/gu;

/** Level of an organisation's name by its ending (1 the widest), or null where it is none. */
function levelOf(name: string): number | null {
  const bare = foldText(name).replace(LEADING, '').replace(TRAILING, '').trim();
  if (bare === '' || bare.length > MAX_NAME_LENGTH || SENTENCE.test(bare)) return null;
  if (WHOLE.has(bare)) return 3;
  if (NEVER.has(bare) || /^[\d一二三四五六七八九十.,]+/u.test(bare)) return null;
  const found = ENDINGS.find(({ ending }) => bare.endsWith(ending) && bare.length > ending.length);
  if (found === undefined || /を|しており|における|について/u.test(bare)) return null;
  return found.level;
}

interface Piece {
  /** what stands between it and the piece before */
  readonly separator: string;
  readonly text: string;
  readonly level: number | null;
}

/** Joins names cut at their own middle dot or over two lines: まち・ひと・しごと創生課, 産業振 / 興課. */
function joinCutNames(parts: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let separator = '';
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1) {
      separator = part;
      continue;
    }
    if (part === '') continue;
    const before = pieces.at(-1);
    if (before === undefined || before.level !== null) {
      pieces.push({ separator, text: part, level: levelOf(part) });
      continue;
    }
    const isLineBreak = /^\s*\n\s*$/u.test(separator);
    const text = before.text + (isLineBreak ? '' : separator.replace(/\s*\n\s*/gu, ' ')) + part;
    pieces[pieces.length - 1] = { ...before, text, level: levelOf(text) ?? levelOf(part) };
  }
  return pieces;
}

/** Joins a wider organisation and the narrower one behind it, parted by a space: 教育委員会 社会教育課. */
function joinPieces(parts: readonly string[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of joinCutNames(parts)) {
    const before = joined.at(-1);
    const isUnder =
      before?.level != null &&
      before.level < 3 &&
      piece.level !== null &&
      piece.level > before.level &&
      /^\s+$/u.test(piece.separator);
    if (before === undefined || !isUnder) joined.push(piece);
    else
      joined[joined.length - 1] = {
        ...before,
        text: `${before.text}${piece.separator.replace(/\s*\n\s*/gu, ' ')}${piece.text}`,
        level: piece.level,
      };
  }
  return joined;
}

/**
 * The names in a cell of departments, as printed, one an entry; empty for prose and for marks.
 *
 *     地域コミュニティ課 商工観光課  →  地域コミュニティ課, 商工観光課
 *     教育委員会 社会教育課          →  教育委員会 社会教育課
 *     財政課・総務部/秘書課          →  財政課, 総務部, 秘書課
 */
export function splitDepartments(text: string): string[] {
  if (text.length > MAX_LENGTH) return [];
  const trimmed = text.normalize('NFC').replace(/／/gu, '/').replace(/，/gu, ',').trim().replace(LEADING, '');
  if (trimmed === '' || /。/u.test(trimmed)) return [];
  const pieces = joinPieces(trimmed.replace(TWO_NAMES, '$1\n').split(SEPARATORS));
  const names = pieces.map((piece) => piece.text.replace(LEADING, '').trim()).filter((name) => name !== '');
  if (pieces.every((piece) => piece.level !== null)) return names;
  if (pieces.some((piece) => piece.level !== null)) {
    return pieces.every((piece) => piece.level !== null || isShortName(piece.text)) ? names : [];
  }
  return names.length === 1 && isShortName(names[0]!) ? names : [];
}

/** A name cut short (行財政改革) is kept; a sentence, a number or a mark is not. */
function isShortName(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 15 &&
    /\p{Script=Han}/u.test(text) &&
    !/\d/u.test(text) &&
    !SENTENCE.test(text) &&
    !PARTICLE.test(text)
  );
}

/** Whether a text names departments and nothing else. */
export function isDepartment(text: string): boolean {
  if (text.length > MAX_LENGTH || text.trim() === '') return false;
  const names = splitDepartments(text);
  return (
    names.length > 0 &&
    names.every((name) => levelOf(name.split(/\s+/u).at(-1)!) !== null || levelOf(name) !== null)
  );
}
