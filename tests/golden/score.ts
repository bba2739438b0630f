import { isDeepStrictEqual } from 'node:util';
import type { Observation } from '../../src/model/index.ts';

/** One value cell of a hand-made truth; fields left out are not compared. */
export interface TruthCell {
  readonly line: number;
  readonly raw: string;
  readonly indicator: string;
  readonly measure: string;
  readonly start?: string | null;
  readonly end?: string | null;
  readonly timePeriod?: { readonly start: string; readonly end: string } | null;
  readonly kind: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly path: readonly string[];
  readonly departments: readonly string[];
  readonly [field: string]: unknown;
}

export const COMPARED = [
  'indicator',
  'measure',
  'period',
  'kind',
  'value',
  'unit',
  'path',
  'departments',
] as const;
export type Compared = (typeof COMPARED)[number];

export interface Score {
  readonly truth: number;
  readonly found: number;
  /** truth cells with no counterpart */
  readonly missed: readonly TruthCell[];
  /** observations with no counterpart */
  readonly invented: readonly Observation[];
  readonly wrong: readonly {
    readonly truth: TruthCell;
    readonly got: Observation;
    readonly fields: readonly string[];
  }[];
  /** share of truth cells found with every compared field right */
  readonly right: number;
  readonly wrongByField: { readonly [field: string]: number };
}

/** Compares observations with a truth, cell by cell: matched on the line, by raw text and measure, in order. */
export function score(
  observations: readonly Observation[],
  truth: readonly TruthCell[],
  fields: readonly string[] = COMPARED,
): Score {
  const byLine = new Map<number, Observation[]>();
  for (const observation of observations) {
    const line = observation.provenance.line ?? 0;
    byLine.set(line, [...(byLine.get(line) ?? []), observation]);
  }
  const pairs = new Map<TruthCell, Observation>();
  const taken = new Set<Observation>();
  const passes: ((cell: TruthCell, got: Observation) => boolean)[] = [
    (cell, got) =>
      same(cell.raw, got.raw) &&
      cell.measure === got.measure &&
      cell.indicator === got.indicator &&
      periodOf(cell) === periodOfObservation(got),
    (cell, got) => same(cell.raw, got.raw) && cell.measure === got.measure,
    (cell, got) => same(cell.raw, got.raw),
    (cell, got) => cell.measure === got.measure && cell.value === got.value,
  ];
  for (const matches of passes) {
    for (const cell of truth) {
      if (pairs.has(cell)) continue;
      const got = byLine
        .get(cell.line)
        ?.find((candidate) => !taken.has(candidate) && matches(cell, candidate));
      if (got === undefined) continue;
      pairs.set(cell, got);
      taken.add(got);
    }
  }
  const wrong = [...pairs].flatMap(([cell, got]) => {
    const off = fields.filter((field) => !agrees(field, cell, got));
    return off.length === 0 ? [] : [{ truth: cell, got, fields: off }];
  });
  const wrongByField: { [field: string]: number } = {};
  for (const { fields: off } of wrong)
    for (const field of off) wrongByField[field] = (wrongByField[field] ?? 0) + 1;
  return {
    truth: truth.length,
    found: pairs.size,
    missed: truth.filter((cell) => !pairs.has(cell)),
    invented: observations.filter((observation) => !taken.has(observation)),
    wrong,
    right: truth.length === 0 ? 1 : (pairs.size - wrong.length) / truth.length,
    wrongByField,
  };
}

/** White space a converter puts in or leaves out is no difference. */
const close = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');
const same = (a: string, b: string): boolean => close(a) === close(b);
const periodOf = (cell: TruthCell): string =>
  cell.timePeriod === undefined
    ? `${cell.start ?? ''}..${cell.end ?? ''}`
    : cell.timePeriod === null
      ? '..'
      : `${cell.timePeriod.start}..${cell.timePeriod.end}`;
const periodOfObservation = ({ timePeriod }: Observation): string =>
  `${timePeriod?.start ?? ''}..${timePeriod?.end ?? ''}`;

function agrees(field: string, cell: TruthCell, got: Observation): boolean {
  switch (field) {
    case 'period':
      return periodOf(cell) === periodOfObservation(got);
    case 'indicator':
      return same(cell.indicator, got.indicator);
    case 'path':
    case 'departments':
      return cell[field].map(close).join('\n') === got[field].map(close).join('\n');
    default:
      return isDeepStrictEqual(cell[field] ?? null, (got as { [key: string]: unknown })[field] ?? null);
  }
}
