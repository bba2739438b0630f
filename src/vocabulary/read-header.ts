import type { Measure, Period } from '../model/index.ts';
import {
  findPeriods,
  foldText,
  isRatingWord,
  noteMarksIn,
  readPeriod,
  readUnit,
  withoutCircledNumber,
  withoutNoteMarks,
} from '../normalize/index.ts';
import { ownText } from '../normalize/own-text.ts';
import { headerKey, type Role, type Vocabulary } from './vocabulary.ts';
import { yearFromReport } from './year-from-report.ts';

export interface HeaderUnit {
  readonly unit: string | null;
  readonly multiplier: number;
}

/** What one header cell says of the cells under or right of it. */
export interface HeaderReading {
  readonly text: string;
  readonly role: Role | null;
  /** the measured quantity; two for a fused header such as 基準値⇒R1目標値 */
  readonly measures: readonly { readonly measure: Measure; readonly period: Period | null }[];
  readonly period: Period | null;
  readonly unit: HeaderUnit | null;
  /** exact: a word of the vocabulary; suffix: ends in one; none: not known */
  readonly match: 'exact' | 'suffix' | 'none';
  /** the measure whose years stand under it: 目標年度 */
  readonly yearOf: Measure | null;
  /** a mark that heads a column of counts: ○ △ × － */
  readonly mark: string | null;
}

/** The arrows that join two headers, or two values, in one cell. */
export const ARROWS = /\s*(?:⇒|→|⇨|➡|▼|▶|►|⟶)\s*/u;

const MARK_HEADER = /^[A-ES\uFF21-\uFF25\uFF33◎○〇◯●△▲×✕✖☓★☆－—―‐-]$/u;
/** ○（達成）: the mark, with what it means. */
const MEANING_OF_MARK = /^(\S)\s*[(\uFF08:\uFF1A][^()\uFF08\uFF090-9\uFF10-\uFF19]{1,12}[)\uFF09]?$/u;
/** The management cycle's words stand beside labels: 事業財源 Do, 成果・課題 Check. */
export const CYCLE_WORD = /\s*(?:[☐☑□■]\s*)?(?:plan|do|check|action|act)\s*$/iu;
const BRACKETED = /[([\uFF08\uFF3B〔【]([^()[\]\uFF08\uFF09\uFF3B\uFF3D〔〕【】]*)[)\]\uFF09\uFF3D〕】]/gu;

/** No header is longer. */
const HEADER_CHARACTERS = 80;
const EMPTY: Omit<HeaderReading, 'text'> = {
  role: null,
  measures: [],
  period: null,
  unit: null,
  match: 'none',
  yearOf: null,
  mark: null,
};

/**
 * Reads a header cell: period, unit and meaning, whatever their order.
 *
 *     R5実績    実績値(令和5年度)    事業費（千円）    基準値⇒R1目標値
 *     ^^ ^^^^ period, measure        ^^^^ unit         two measures, the second with a period
 *
 * Never throws; a word nobody taught comes back with match `none`.
 */
export function readHeader(
  text: string,
  vocabulary: Vocabulary,
  era: string | null = vocabulary.era,
): HeaderReading {
  if (text.length > HEADER_CHARACTERS) return { text, ...EMPTY };
  const readings = readingsBy(vocabulary);
  const key = `${era ?? ''}\n${text}`;
  const known = readings.get(key);
  if (known !== undefined) return known;
  if (readings.size >= CACHED_HEADERS) readings.clear();
  const found = read(ownText(text), vocabulary, era);
  readings.set(ownText(key), found);
  return found;
}

/** Headers repeat on every page and are looked at by several stages: each is read once a vocabulary. */
const CACHED_HEADERS = 20_000;
const caches = new WeakMap<Vocabulary, Map<string, HeaderReading>>();

function readingsBy(vocabulary: Vocabulary): Map<string, HeaderReading> {
  const known = caches.get(vocabulary);
  if (known !== undefined) return known;
  const readings = new Map<string, HeaderReading>();
  caches.set(vocabulary, readings);
  return readings;
}

function read(text: string, vocabulary: Vocabulary, era: string | null): HeaderReading {
  const trimmed = text.trim().replace(CYCLE_WORD, '');
  if (trimmed.length === 0 || trimmed.length > HEADER_CHARACTERS) return { text, ...EMPTY };
  const marked = trimmed.replace(MEANING_OF_MARK, '$1');
  if (MARK_HEADER.test(marked) || isRatingWord(trimmed)) return { text, ...EMPTY, mark: marked };
  const segments = trimmed.split(ARROWS).filter((segment) => segment !== '');
  if (segments.length > 1) {
    const read = segments.map((segment) => readSegment(segment, vocabulary, era));
    const measures = read.flatMap((part) => part.measures.map((m) => ({ ...m, period: part.period })));
    if (measures.length === segments.length) return { text, ...EMPTY, measures, match: 'exact' };
  }
  return { ...readSegment(trimmed, vocabulary, era), text };
}

function readSegment(text: string, vocabulary: Vocabulary, era: string | null): HeaderReading {
  const unmarked = noteMarksIn(text).length === 0 ? text : withoutNoteMarks(foldText(text));
  let rest = withoutCircledNumber(unmarked)
    .replace(/\s+/gu, '')
    .replace(/[\uFE35\uFE36]/gu, (bracket) => bracket.normalize('NFKC'));
  let unit: HeaderUnit | null = null;
  rest = rest.replace(BRACKETED, (whole, inner: string) => {
    const found = unit === null ? readUnit(inner) : null;
    if (found === null) return whole;
    unit = found;
    return '';
  });
  const context = { era };
  const whole = readPeriod(rest, context);
  if (whole !== null) return { text, ...EMPTY, period: whole, unit, match: 'exact' };
  const periods = findPeriods(rest, context);
  let period: Period | null = null;
  for (const mention of periods.toReversed()) {
    period = mention.period;
    rest = rest.slice(0, mention.start) + rest.slice(mention.end);
  }
  const key = stripParticles(headerKey(rest), vocabulary);
  if (key === '' && period !== null) return { text, ...EMPTY, period, unit, match: 'exact' };
  const counted = periods.length === 0 ? countedFromReport(key, vocabulary) : null;
  if (counted !== null) return { text, ...EMPTY, ...counted, unit };
  const yearOf = vocabulary.yearsOfMeasures.get(key);
  if (yearOf !== undefined)
    return period === null
      ? { text, ...EMPTY, role: 'period', unit, match: 'exact', yearOf }
      : { text, ...EMPTY, measures: [{ measure: yearOf, period }], period, unit, match: 'exact' };
  const meaning = lookUp(key, vocabulary);
  return {
    text,
    ...EMPTY,
    ...meaning,
    period,
    unit,
    measures: meaning.measures.map((m) => ({ ...m, period })),
  };
}

/** 前年度, 本年度予算額; 前年度比 is a comparison and 翌年度繰越額 a name. */
function countedFromReport(
  key: string,
  vocabulary: Vocabulary,
): Pick<HeaderReading, 'role' | 'period' | 'measures' | 'match'> | null {
  const isName = isKnown(key, vocabulary) || isKnown(key.replace(/\([^()]*\)/gu, ''), vocabulary);
  const found = isName ? null : yearFromReport(key, vocabulary);
  if (found === null) return null;
  const { period, rest } = found;
  if (rest === '') return { role: period === null ? 'period' : null, period, measures: [], match: 'exact' };
  const measure = vocabulary.measures.get(rest);
  if (measure === undefined || measure === 'change') return null;
  return { role: null, period, measures: [{ measure, period }], match: 'exact' };
}

/** What is left of separators when period and unit are taken out. */
const EDGES = /^[:\-~、,]+|[:\-~、,]+$/gu;
/** (目標値), 【実績値】: the word inside. */
const WHOLLY_BRACKETED = /^\(+([^()]+)\)+$/u;

function stripParticles(key: string, vocabulary: Vocabulary): string {
  let rest = key
    .replace(/\(\)/gu, '')
    .replace(EDGES, '')
    .replace(WHOLLY_BRACKETED, '$1')
    .replace(EDGES, '')
    .replace(/^\(+/u, '');
  for (let again = true; again; ) {
    again = false;
    for (const particle of vocabulary.particles) {
      if (rest.length > particle.length && rest.startsWith(particle)) {
        if (isKnown(rest, vocabulary)) return rest;
        rest = rest.slice(particle.length);
        again = true;
      }
    }
  }
  return rest;
}

const isKnown = (key: string, vocabulary: Vocabulary): boolean =>
  vocabulary.measures.has(key) || vocabulary.roles.has(key);

type Meaning = Pick<HeaderReading, 'role' | 'match'> & { readonly measures: readonly { measure: Measure }[] };

function exact(key: string, vocabulary: Vocabulary): Meaning | null {
  const measure = vocabulary.measures.get(key);
  if (measure !== undefined) return { role: null, measures: [{ measure }], match: 'exact' };
  const role = vocabulary.roles.get(key);
  if (role !== undefined) return { role, measures: [], match: 'exact' };
  return null;
}

/** 決算額の財源内訳 over its parts: they are settlements too. */
const DIVISION = /^(.+)の(?:財源)?内訳$/u;

function lookUp(key: string, vocabulary: Vocabulary): Meaning {
  const outside = key.replace(/\([^()]*\)/gu, '');
  const inside = [...key.matchAll(/\(([^()]*)\)/gu)].map((match) => match[1] ?? '');
  const candidates = [key, outside, outside.replace(/[0-9]+$/u, ''), ...(outside === '' ? inside : [])];
  for (const candidate of candidates) {
    const found = candidate === '' ? null : exact(candidate, vocabulary);
    if (found !== null) return found;
  }
  const divided = exact(DIVISION.exec(outside)?.[1] ?? '', vocabulary);
  if (divided !== null && divided.measures.length > 0) return { ...divided, role: 'item', match: 'suffix' };
  for (let start = 1; start <= outside.length - 2; start += 1) {
    const found = exact(outside.slice(start), vocabulary);
    if (found !== null) return { ...found, match: 'suffix' };
  }
  return { role: null, measures: [], match: 'none' };
}
