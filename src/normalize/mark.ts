import type { Reading } from '../model/index.ts';
import { foldText, stripSpaces } from './fold.ts';
import data from './marks.json' with { type: 'json' };

export type ObsStatus = Reading['obsStatus'];

const MISSING = new Map(Object.entries(data.missing) as [string, ObsStatus][]);
const STATES = new Map(Object.entries(data.states) as [string, ObsStatus][]);
const NOTED = new Set(data.noted);
const RATINGS = new Set(data.rating);
const RATING_PATTERN = new RegExp(data.ratingPattern, 'u');
const RATING_WORDS = new Set(data.ratingWords);
const STATUS_WORDS = new Set(data.status);
const ESTIMATES = new Map(Object.entries(data.estimates) as [string, ObsStatus][]);

const SIDE_STATUS = new Map(Object.entries(data.beside) as [string, ObsStatus][]);
const SIDE_MARK = /^\s*([pr*#])?\s*([-△▲]?\d[\d,]{0,24}(?:\.\d{1,12})?%?)\s*([prP*])?\s*$/u;

/** Longest cell that can still be a mark or a word for a state. */
const MAX_LENGTH = 24;
const MAX_STATUS_LENGTH = 12;
/** 未調査, 未契約: not done yet, whatever it is. */
const UNDONE = /^未\p{Script=Han}{1,5}$/u;
const MAX_RATING_LENGTH = 60;
/** A.順調に推移している, 3（順調）, ◎達成, 順調(A). */
const LED_BY_MARK = /^([A-FS]|[①-⑩]|[1-9])(?: ?[.:。．(]| )[^\d]*$/u;
const LED_BY_SYMBOL = /^([^\s\p{L}\p{N}]|〇) ?[:.(]?[\p{L}(「][^\d]*$/u;
const ENDED_BY_MARK = /^[^()\d]{1,20}\(([A-FS]|[①-⑩]|[○◯〇◎△▲×])\)$/u;
/** ---- and ***** say no more than one of them. */
const REPEATED = /^([-ー/*…‥])\1+$/u;
const OUTER_BRACKETS = /^[([]([^()[\]]*)[)\]]$/u;

function key(text: string): string {
  return text.length > MAX_LENGTH * 2 ? '' : stripSpaces(foldText(text));
}

/**
 * Status of a cell that says there is no figure, null where it says something. The report's own legend
 * (－：集計中) wins over the convention (－ is none).
 */
export function missingStatus(
  text: string,
  legend: Readonly<Record<string, ObsStatus>> = {},
): ObsStatus | null {
  const folded = key(text);
  if (folded === '') return text.trim() === '' ? 'O' : null;
  for (const [mark, status] of Object.entries(legend)) if (key(mark) === folded) return status;
  const bare = (OUTER_BRACKETS.exec(folded)?.[1] ?? folded).replace(REPEATED, '$1');
  return MISSING.get(bare) ?? MISSING.get(bare.toLowerCase()) ?? null;
}

/** Status of words that say why there is no figure: 該当なし, 皆増 M; 不明 O. Null for other words. */
export function statusOfState(text: string): ObsStatus | null {
  const folded = key(text);
  return STATES.get(OUTER_BRACKETS.exec(folded)?.[1] ?? folded) ?? (isStatusWord(text) ? 'O' : null);
}

/** Blank, － … x and the like: no figure stands here. */
export function isMissingMark(text: string): boolean {
  return missingStatus(text) !== null;
}

/** Whether the mark says that a figure is kept back (x, 秘匿), which is worth a note. */
export function isNotedMark(text: string): boolean {
  return NOTED.has(key(text).toLowerCase());
}

/**
 * The mark of a rating cell, or null: ○ ◎ × A A+ ① and, where words are judged, 順調. A mark may carry its words:
 *
 *     A.順調に推移している  →  A        ○（達成）  →  ○
 */
export function readRatingMark(text: string): string | null {
  const folded = foldText(text).trim();
  if (folded === '' || folded.length > MAX_RATING_LENGTH) return null;
  const whole = stripSpaces(folded).replace(/^([A-FS])(?:評価|ランク|判定|評定)$/u, '$1');
  if (RATINGS.has(whole) || RATING_PATTERN.test(whole)) return whole;
  const led = LED_BY_MARK.exec(folded) ?? LED_BY_SYMBOL.exec(folded);
  if (led !== null && (RATINGS.has(led[1]!) || RATING_PATTERN.test(led[1]!))) return led[1]!;
  return ENDED_BY_MARK.exec(whole)?.[1] ?? null;
}

export function isRatingWord(text: string): boolean {
  return RATING_WORDS.has(key(text));
}

/** A symbol that only judges: never a sign, never a digit. */
export function isPlainMark(character: string): boolean {
  return RATINGS.has(character) && !/[△▲▼▽〇→⇒]/u.test(character);
}

/** Words for a state: 策定中, 事業休止, 集計中. Short, and without a number. */
export function isStatusWord(text: string): boolean {
  const folded = key(text).replace(/[。、]$|※[\d①-⑩]?$/u, '');
  const [cause, effect, ...more] = folded.split(/のため、?|により、?|につき、?/u);
  if (cause && effect && more.length === 0 && isStatusWord(cause) && isStatusWord(effect)) return true;
  if (folded === '' || folded.length > MAX_STATUS_LENGTH || /[0-9]/u.test(folded)) return false;
  return (
    STATUS_WORDS.has(folded) ||
    UNDONE.test(folded) ||
    data.statusEndings.some((ending) => folded.endsWith(ending) && folded !== ending)
  );
}

/**
 * A statistician's sign beside a figure, with what it says: p provisional, r revised, * low reliability, # of which.
 *
 *     12.3p     *1,234     # 56
 */
export function readSideMark(text: string): { figure: string; mark: string; obsStatus: ObsStatus } | null {
  const found = SIDE_MARK.exec(foldText(text));
  if (found === null) return null;
  const mark = found[1] ?? found[3];
  const obsStatus = mark === undefined ? undefined : SIDE_STATUS.get(mark);
  return mark === undefined || obsStatus === undefined ? null : { figure: found[2]!, mark, obsStatus };
}

/** Status a word gives the figure beside it: 見込 E, 速報 P. */
export function estimateStatus(text: string): ObsStatus | null {
  return ESTIMATES.get(key(text)) ?? null;
}
