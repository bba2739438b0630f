import { type Believed, type Equation, isHolding, isTelling } from './equation.ts';

/** Share of a family's telling equations that must hold before a breach says anything, where no word says what it is. */
const SHARE = 2 / 3;
/** Telling equations that must hold to the last digit before rounding stops being an excuse. */
const EXACT_HABIT = 6;
const EXACT_SHARE = 0.9;

/**
 * Keeps the equations of families that hold in most places: a table whose rows do not add up anywhere is read wrongly
 * or means something else, and says nothing of a single cell.
 */
export function believe(equations: readonly Equation[], least: number, share = SHARE): Believed[] {
  return [...familiesOf(equations).values()].flatMap((family) => {
    const telling = family.filter(isTelling);
    const holding = telling.filter((equation) => isHolding(equation, false));
    if (holding.length < least || holding.length < telling.length * share) return [];
    const exact = hasExactHabit(holding);
    return family.map((equation) => ({ ...equation, exact, holds: holding.length, of: telling.length }));
  });
}

export function familiesOf(equations: readonly Equation[]): Map<string, Equation[]> {
  const families = new Map<string, Equation[]>();
  for (const equation of equations) {
    const family = families.get(equation.family);
    if (family === undefined) families.set(equation.family, [equation]);
    else family.push(equation);
  }
  return families;
}

/** Sums of rounded parts miss by a digit about one time in three; a family that never does is not rounded. */
function hasExactHabit(holding: readonly Equation[]): boolean {
  const exact = holding.filter((equation) => isHolding(equation, true));
  if (exact.length < EXACT_HABIT) return false;
  return exact.length >= holding.length * EXACT_SHARE;
}
