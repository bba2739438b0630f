import { type Believed, type Cell, cellsOf, isHolding, residual } from './equation.ts';
import { type Slip, slipTo } from './repairs.ts';
import { type Diagnosis, holdsWith, swapsOf } from './swaps.ts';

export type { Diagnosis } from './swaps.ts';

/** Slips that name a cell by themselves: chance seldom makes them. */
const TELLING_SLIPS: ReadonlySet<Slip | null> = new Set([
  'sign',
  'power',
  'transposed',
  'doubled',
  'lost',
] as const);
/** Broken equations with cells in common that can still be slips of a hand. */
const MOST_TOGETHER = 40;

/** The other values of a cell's row, the years beside it. */
export type Besides = (cell: Cell) => readonly number[];

/**
 * Finds the fewest cells whose change makes all equations hold (Fellegi and Holt 1976, one cell, then two): first two
 * neighbours exchanged, then the one cell that mends most, again until nothing is broken.
 */
export function localise(equations: readonly Believed[], besides: Besides): Diagnosis[] {
  const byCell = new Map<string, Believed[]>();
  for (const equation of equations) {
    for (const { key } of cellsOf(equation)) {
      const list = byCell.get(key);
      if (list === undefined) byCell.set(key, [equation]);
      else list.push(equation);
    }
  }
  let broken = equations.filter((equation) => !isHolding(equation, equation.exact));
  const found: Diagnosis[] = [];
  const mended = new Set<Believed>();
  for (const swap of swapsOf(broken, byCell)) {
    if (swap.equations.some((equation) => mended.has(equation))) continue;
    found.push(swap);
    for (const equation of swap.equations) mended.add(equation);
  }
  broken = broken.filter((equation) => !mended.has(equation));
  for (const group of groupsOf(broken)) {
    let left: readonly Believed[] = group;
    if (group.length > MOST_TOGETHER) {
      // too much is broken at once to be slips: each is told by itself, its result named
      found.push(...group.map((equation) => unlocated(equation)));
      continue;
    }
    while (left.length > 0) {
      const diagnosis = suspectOf(left, byCell, besides);
      found.push(diagnosis);
      left = left.filter((equation) => !diagnosis.equations.includes(equation));
    }
  }
  return found;
}

const unlocated = (equation: Believed): Diagnosis => ({
  suspect: equation.result,
  swappedWith: null,
  equations: [equation],
  wanted: null,
  slip: null,
});

/** Broken equations that share a cell. */
function groupsOf(broken: readonly Believed[]): Believed[][] {
  const groupOf = new Map<string, Believed[]>();
  const groups = new Set<Believed[]>();
  for (const equation of broken) {
    const group = [equation];
    for (const { key } of cellsOf(equation)) {
      const other = groupOf.get(key);
      if (other !== undefined && groups.delete(other)) group.unshift(...other);
    }
    groups.add(group);
    for (const member of group) for (const { key } of cellsOf(member)) groupOf.set(key, group);
  }
  return [...groups];
}

interface Candidate {
  readonly cell: Cell;
  readonly wanted: number;
  readonly fixed: readonly Believed[];
  readonly score: number;
  readonly slip: Slip | null;
}

function suspectOf(
  broken: readonly Believed[],
  byCell: ReadonlyMap<string, readonly Believed[]>,
  besides: Besides,
): Diagnosis {
  const cells = [...new Map(broken.flatMap(cellsOf).map((cell) => [cell.key, cell])).values()];
  const candidates = cells.flatMap((cell) => candidatesFor(cell, broken, byCell.get(cell.key) ?? []));
  const most = Math.max(...candidates.map(({ score }) => score));
  const best = candidates.filter(({ score }) => score === most);
  const slips = best.filter(({ slip }) => TELLING_SLIPS.has(slip));
  const only = best.length === 1 ? best[0] : slips.length === 1 ? slips[0] : oddAmong(slips, besides);
  if (only !== undefined && !(only.slip === 'sign' && canBeExchanged(only, byCell)))
    return {
      suspect: only.cell,
      swappedWith: null,
      equations: only.fixed,
      wanted: only.wanted,
      slip: only.slip,
    };
  // nothing tells the cells of an equation apart: its result is named, being worked out from the others
  const results =
    best.find(({ cell, fixed }) => fixed.some(({ result }) => result.key === cell.key)) ?? best[0]!;
  const equations = results.fixed.length > 0 ? results.fixed : broken.slice(0, 1);
  return { suspect: results.cell, swappedWith: null, equations, wanted: null, slip: null };
}

/** A change of size that sets the odd one of several candidates apart, as a power of ten. */
const LEAP = 0.4;

/** Of several cells one slip would mend, the one that the slip has torn from its years. */
function oddAmong(slips: readonly Candidate[], besides: Besides): Candidate | undefined {
  const torn = slips.filter(({ cell, wanted, slip }) => {
    const others = besides(cell).filter((value) => value !== 0);
    const distance = (value: number): number =>
      Math.min(...others.map((other) => Math.abs(Math.log10(Math.abs(value / other)))));
    if (others.length === 0) return false;
    if (slip === 'sign') return others.every((value) => Math.sign(value) === Math.sign(wanted));
    return distance(cell.value) > distance(wanted) + LEAP;
  });
  return torn.length === 1 ? torn[0] : undefined;
}

/** A wrong sign of a difference may as well be its two numbers in each other's place, if nothing else holds them. */
function canBeExchanged(
  { cell, fixed }: Candidate,
  byCell: ReadonlyMap<string, readonly Believed[]>,
): boolean {
  const [equation] = fixed;
  if (fixed.length !== 1 || equation?.result.key !== cell.key) return false;
  const [first, second] = equation.terms;
  if (first === undefined || second === undefined || first.factor === second.factor) return false;
  const exchanged = [
    { ...first.cell, value: second.cell.value },
    { ...second.cell, value: first.cell.value },
  ];
  const touched = exchanged.flatMap(({ key }) => byCell.get(key) ?? []);
  return touched.every((each) => holdsWith(each, exchanged));
}

/** The values that would mend the broken equations of a cell, with what each mends and breaks. */
function candidatesFor(cell: Cell, broken: readonly Believed[], all: readonly Believed[]): Candidate[] {
  const own = broken.filter((equation) => cellsOf(equation).some(({ key }) => key === cell.key));
  const values = [...new Set(own.map((equation) => wantedBy(equation, cell)))];
  const candidates = values.map((wanted): Candidate => {
    const changed = { ...cell, value: wanted };
    const fixed = own.filter((equation) => holdsWith(equation, [changed]));
    const hurt = all.filter(
      (equation) => isHolding(equation, equation.exact) && !holdsWith(equation, [changed]),
    );
    return { cell, wanted, fixed, score: fixed.length - hurt.length, slip: slipTo(cell, wanted) };
  });
  return candidates.toSorted((a, b) => b.score - a.score).slice(0, 1);
}

function wantedBy(equation: Believed, cell: Cell): number {
  const rest = residual(equation);
  const term = equation.terms.find((each) => each.cell.key === cell.key);
  const wanted = term === undefined ? cell.value - rest : cell.value + term.factor * rest;
  return Number(wanted.toPrecision(12));
}
