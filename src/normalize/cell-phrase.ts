import type { Period, Qualifiers } from '../model/index.ts';
import type { CellItems } from './cell-items.ts';
import { sourceOf } from './fold.ts';
import { estimateStatus, type ObsStatus } from './mark.ts';
import type { ScannedMention } from './mention.ts';
import type { Span } from './opaque.ts';
import { qualifierAfter, qualifierBefore } from './qualifier.ts';

/** The words around one number, sorted: what qualifies it, when it was, and what is left as a note. */
export interface Phrase {
  readonly qualifiers: Qualifiers;
  readonly period: Period | null;
  readonly obsStatus: ObsStatus | null;
  /** Words nothing else covers, before and behind the number, as printed. */
  readonly before: string;
  readonly after: string;
}

/** A period that the figure is measured against is not the figure's own: 対平成26年比, 令和元年度比. */
const COMPARED_BEFORE = /対 ?$/u;
const COMPARED_AFTER = /^ ?(?:対?比|水準|より|に比べ|を基準|から)/u;
const AFTER_PERIOD =
  /^ ?(?:度?末)?(?: ?(?:現在|時点))?(?:までに|までの|まで|において|における|には|に|の|は|で)? ?[:=]?/u;
const AFTER_SPAN = /^(?:間)? ?[でにの、]?/u;
const EDGES = /^[\s、，,。:：;；・\-=＝~～]+|[\s、，,.．:：;；・=＝~～]+$/gu;
const PARTICLES_FIRST = /^(?:の|を|に|が|は|で|と|も)(?=[\p{Script=Han}\p{Script=Katakana}A-Za-z])/u;
const PARTICLES_LAST = /(?<=[\p{Script=Han}\p{Script=Katakana}A-Za-z])(?:の|が|は|で|と|も)$/u;

function trimWords(words: string): string {
  return words.replace(EDGES, '').replace(PARTICLES_FIRST, '').replace(PARTICLES_LAST, '').trim();
}

/** What of a stretch is not taken, as printed, pieces joined by a space. */
export function leftWords(items: CellItems, start: number, end: number, taken: readonly Span[]): string {
  const pieces: string[] = [];
  let at = start;
  for (const span of [...taken, { start: end, end }].sort((a, b) => a.start - b.start)) {
    if (span.start > at) pieces.push(trimWords(sourceOf(items.folded, at, Math.min(span.start, end))));
    at = Math.max(at, span.end);
  }
  return pieces.filter((piece) => piece !== '').join(' ');
}

interface Gathered {
  qualifiers: Qualifiers;
  period: Period | null;
  taken: Span[];
}

/** Takes the periods and spans of years of a stretch. */
function takeTimes(items: CellItems, start: number, end: number, gathered: Gathered): void {
  const { text } = items.folded;
  for (const item of items.periods) {
    if (item.start < start || item.end > end) continue;
    const isCompared =
      COMPARED_BEFORE.test(text.slice(Math.max(start, item.start - 2), item.start)) ||
      COMPARED_AFTER.test(text.slice(item.end, Math.min(end, item.end + 6)));
    if (isCompared || gathered.period !== null) continue;
    gathered.period = item.period;
    const tail = AFTER_PERIOD.exec(text.slice(item.end, Math.min(end, item.end + 12)))?.[0].length ?? 0;
    gathered.taken.push({ start: item.start, end: item.end + tail });
  }
  for (const span of items.spans) {
    if (span.start < start || span.end > end || gathered.qualifiers.spanYears !== undefined) continue;
    gathered.qualifiers = { ...gathered.qualifiers, spanYears: span.years };
    const tail = AFTER_SPAN.exec(text.slice(span.end, Math.min(end, span.end + 4)))?.[0].length ?? 0;
    gathered.taken.push({ start: span.start, end: span.end + tail });
  }
}

/** Takes qualifying words that end at `end`, one by one: 5年間の|平均|約. */
function takeBefore(items: CellItems, start: number, end: number, gathered: Gathered): void {
  const floor = Math.max(start, ...gathered.taken.filter((span) => span.end <= end).map((span) => span.end));
  let stop = end;
  for (;;) {
    const word = qualifierBefore(items.folded.text, floor, stop);
    if (word === null) return;
    gathered.qualifiers = { ...word.qualifiers, ...gathered.qualifiers };
    gathered.taken.push({ start: word.start, end: word.end });
    stop = word.start;
  }
}

/** Takes qualifying words that begin at `start`, one by one: 以上|の増加. */
function takeAfter(items: CellItems, start: number, end: number, gathered: Gathered): void {
  let from = start;
  for (;;) {
    const word = qualifierAfter(items.folded.text, from, end);
    if (word === null) return;
    gathered.qualifiers = { ...gathered.qualifiers, ...word.qualifiers };
    gathered.taken.push({ start: word.start, end: word.end });
    from = word.end;
  }
}

/**
 * Sorts the words of a stretch around its one number.
 *
 *     平成31年度までに 約 1,000人 の増加
 *     ^^^^^^^^^^^^^^^^ ^^         ^^^^^^ period, bound, direction
 */
export function readPhrase(items: CellItems, number: ScannedMention, start: number, end: number): Phrase {
  const spanYears = number.spanYears ?? undefined;
  const gathered: Gathered = {
    qualifiers: spanYears === undefined ? {} : { spanYears },
    period: null,
    taken: [],
  };
  takeTimes(items, start, number.start, gathered);
  takeTimes(items, number.end, end, gathered);
  takeBefore(items, start, number.start, gathered);
  takeAfter(items, number.end, end, gathered);
  const before = leftWords(items, start, number.start, gathered.taken);
  const after = leftWords(items, number.end, end, gathered.taken);
  const estimates = [before, after].map((words) => (words === '' ? null : estimateStatus(words)));
  return {
    qualifiers: gathered.qualifiers,
    period: gathered.period,
    obsStatus: estimates[0] ?? estimates[1] ?? null,
    before: estimates[0] == null ? before : '',
    after: estimates[1] == null ? after : '',
  };
}

/** Reads a stretch with no number of its own as words about one: (H27～H30の累計), (5年間平均). */
export function readRemark(items: CellItems, start: number, end: number): Phrase {
  const gathered: Gathered = { qualifiers: {}, period: null, taken: [] };
  takeTimes(items, start, end, gathered);
  takeAfter(items, Math.max(start, ...gathered.taken.map((span) => span.end)), end, gathered);
  if (gathered.taken.length === 0) takeAfter(items, start, end, gathered);
  const words = leftWords(items, start, end, gathered.taken);
  const status = words === '' ? null : estimateStatus(words);
  return {
    qualifiers: gathered.qualifiers,
    period: gathered.period,
    obsStatus: status,
    before: '',
    after: status === null ? words : '',
  };
}
