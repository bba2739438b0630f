import { readFileSync } from 'node:fs';
import type { Observation } from '../../src/model/index.ts';

/**
 * One value of a page as a person reads it from its picture: a line of a TSV. `*` leaves a field unjudged; `under` names,
 * parted by ` > `, the headings, row names and headers that tell it from its like; `indicator` allows several names parted by ` / `,
 * where row and column may each be it; `value` holds all numbers of the cell, parted by `;`.
 */
export interface GoldenValue {
  readonly page: number;
  readonly under: string;
  readonly indicator: string;
  readonly measure: string;
  readonly start: string;
  readonly kind: string;
  readonly value: string;
  readonly unit: string;
  readonly raw: string;
}

export interface Comparison {
  /** values with a number in them, and how many of those stand under the right indicator, measure, period and unit */
  readonly numbers: number;
  readonly right: number;
  /** what a person reads and the program does not, or reads otherwise, or reads without it being there: a line each */
  readonly differences: readonly string[];
}

const FIELDS = ['page', 'under', 'indicator', 'measure', 'start', 'kind', 'value', 'unit', 'raw'] as const;

export function readGoldenValues(path: string): GoldenValue[] {
  const [head, ...lines] = readFileSync(path, 'utf8').replace(/\n$/u, '').split('\n');
  if (head !== FIELDS.join('\t')) throw new Error(`${path}: expected the columns ${FIELDS.join(' ')}`);
  return lines.map((line, index) => {
    const cells = line.split('\t');
    if (cells.length !== FIELDS.length)
      throw new Error(`${path}:${index + 2}: expected ${FIELDS.length} cells, got ${cells.length}`);
    const [page = '', under = '', indicator = '', measure = '', start = '', kind = '', value = ''] = cells;
    const [unit = '', raw = ''] = cells.slice(7);
    return { page: Number(page), under, indicator, measure, start, kind, value, unit, raw };
  });
}

/** Compares page by page, as multisets: a value and an observation are a pair where most fields agree and the print is the same. */
export function compare(golden: readonly GoldenValue[], observations: readonly Observation[]): Comparison {
  const taken = new Map<GoldenValue, Observation>();
  const free = new Set(observations);
  for (const allowed of [0, 1, 2, 3, 4, 5]) {
    for (const value of golden) {
      if (taken.has(value)) continue;
      for (const got of free) {
        if (!isSamePrint(value, got) || disagreements(value, got).length > allowed) continue;
        taken.set(value, got);
        free.delete(got);
        break;
      }
    }
  }
  const differences: { page: number; text: string }[] = [];
  let right = 0;
  for (const value of golden) {
    const got = taken.get(value);
    const wrong = got === undefined ? [] : disagreements(value, got);
    if (got === undefined) differences.push({ page: value.page, text: `not found: ${told(value)}` });
    else if (wrong.length > 0)
      differences.push({
        page: value.page,
        text: `${wrong.join(', ')}: ${told(value)} | got ${gotten(got)}`,
      });
    else if (isNumber(value)) right += 1;
  }
  for (const got of free)
    if (/\d/u.test(fold(got.raw)))
      differences.push({ page: got.provenance.page, text: `not there: ${gotten(got)}` });
  return {
    numbers: golden.filter(isNumber).length,
    right,
    differences: differences.sort((a, b) => a.page - b.page).map(({ page, text }) => `p.${page} ${text}`),
  };
}

const isNumber = (value: GoldenValue): boolean => value.value !== '';
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b]+/gu, '')
    .replace(/[〜~]/gu, '~');
/** A unit printed in brackets behind a label is read as its unit. */
const label = (text: string): string => fold(text).replace(/\((?:単位:?)?[^()]{0,3}[円%人件]\)$/u, '');
/** Numbers before a name and the department in brackets behind it are no part of it. */
const thing = (text: string): string =>
  label(text)
    .replace(/^\(?\d{1,2}[).]?(?=\D)/u, '')
    .replace(/【[^【】]*】$/u, '');
const foldUnit = (text: string): string => fold(text).toLowerCase();
const numbersOf = (got: Observation): string => {
  const parts = got.parts.flatMap((part) => (part.value === null ? [] : [part.value]));
  const all = got.value === null ? parts : got.kind === 'quantity' ? [got.value] : [got.value, ...parts];
  return all.join(';');
};

const isSamePrint = (value: GoldenValue, got: Observation): boolean =>
  value.page === got.provenance.page &&
  (value.kind === 'missing' && value.raw === '' ? got.kind === 'missing' : fold(value.raw) === fold(got.raw));

function disagreements(value: GoldenValue, got: Observation): string[] {
  const things = [...got.path, got.activity ?? '', got.indicator, ...got.provenance.headers].map(thing);
  const isOff: { readonly [field: string]: () => boolean } = {
    under: () =>
      value.under !== '' && !value.under.split(' > ').every((name) => things.includes(thing(name))),
    indicator: () => !value.indicator.split(' / ').map(thing).includes(thing(got.indicator)),
    measure: () => value.measure !== got.measure,
    start: () => value.start !== (got.timePeriod?.start ?? ''),
    kind: () => value.kind !== got.kind,
    value: () => value.value !== '' && value.value !== numbersOf(got),
    unit: () => value.value !== '' && foldUnit(value.unit) !== foldUnit(got.unit ?? got.parts[0]?.unit ?? ''),
  };
  return Object.keys(isOff).filter(
    (field) => (value as unknown as { [field: string]: string })[field] !== '*' && isOff[field]?.(),
  );
}

const told = ({ under, indicator, measure, start, kind, value, unit, raw }: GoldenValue): string =>
  `${under} | ${indicator} | ${measure} | ${start} | ${kind} ${value} ${unit} | ${raw}`;
const gotten = (got: Observation): string =>
  `${[...got.path, got.activity ?? '-'].slice(-2).join(' > ')} | ${got.indicator} | ${got.measure} | ${
    got.timePeriod?.start ?? ''
  } | ${got.kind} ${numbersOf(got)} ${got.unit ?? ''} | ${got.raw}`;
