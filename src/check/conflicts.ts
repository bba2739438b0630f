import { type Agreement, compare } from './agreement.ts';
import type { Claim } from './same-things.ts';

/** A figure told in two ways: the groups of cells that agree, the most numerous first. */
export interface Conflict {
  readonly measure: Claim['measure'];
  readonly period: string;
  readonly label: string;
  readonly how: Exclude<Agreement, 'same' | 'incomparable'>;
  readonly groups: readonly (readonly Claim[])[];
}

/** Different values kept apart for one figure; what comes after joins none. */
const MOST_GROUPS = 12;

/** The figures of one thing on which its cells disagree. Linear in claims. */
export function conflictsOf(claims: readonly Claim[]): Conflict[] {
  const slots = Map.groupBy(claims, ({ measure, period }) => `${measure} ${period}`);
  return [...slots.values()].flatMap(conflictsIn);
}

function conflictsIn(slot: readonly Claim[]): Conflict[] {
  if (slot.length < 2) return [];
  const groups: Claim[][] = [];
  const bare: Claim[] = [];
  let how: 'different' | 'zeroAgainstMissing' | null = null;
  // a cell without its unit is told from the others, not counted among them
  for (const claim of slot.toSorted((a, b) => unitless(a) - unitless(b))) {
    const results = groups.map((group) => compare(group[0]!.observation, claim.observation));
    const home = results.indexOf('same');
    if (home >= 0) groups[home]!.push(claim);
    else if (results.includes('unitMissing')) bare.push(claim);
    else if (groups.length === 0) groups.push([claim]);
    else if (groups.length < MOST_GROUPS && results.some((result) => result !== 'incomparable')) {
      how = how === 'different' || results.includes('different') ? 'different' : 'zeroAgainstMissing';
      groups.push([claim]);
    }
  }
  const { measure, period, label } = slot[0]!;
  const sorted = groups.toSorted((a, b) => b.length - a.length);
  const told = bare.flatMap((claim) => {
    const meant = groups.find((group) => compare(group[0]!.observation, claim.observation) === 'unitMissing');
    return meant === undefined
      ? []
      : [{ measure, period, label, how: 'unitMissing' as const, groups: [meant, [claim]] }];
  });
  return how === null ? told : [{ measure, period, label, how, groups: sorted }, ...told];
}

const unitless = ({ observation }: Claim): number => (observation.unit === null ? 1 : 0);

/** How many figures other than nought two or more rows of a thing agree on: what shows that they do speak of one thing. */
export function agreementsOf(claims: readonly Claim[]): number {
  const slots = Map.groupBy(claims, ({ measure, period }) => `${measure} ${period}`);
  return [...slots.values()].filter((slot) => {
    const [first, ...others] = slot.filter(({ observation }) => saysMuch(observation));
    return others.some(
      ({ row, observation }) => row !== first!.row && compare(first!.observation, observation) === 'same',
    );
  }).length;
}

const saysMuch = ({ kind, value }: Claim['observation']): boolean =>
  kind === 'compound' || (kind === 'quantity' && value !== 0);
