import { oncePerReport } from '../once-per-report.ts';
import type { ReportView } from '../report-view.ts';
import type { Found } from '../rule.ts';
import { bracketsOf } from './brackets.ts';
import { yearlyChangesOf } from './changes.ts';
import { countsOf, talliesOf } from './counts.ts';
import { describe } from './describe.ts';
import { differencesOf } from './differences.ts';
import type { Believed, EquationRule } from './equation.ts';
import { formulasOf } from './formulas.ts';
import { gridsOf, linesOf } from './grid.ts';
import { type Besides, type Diagnosis, localise } from './localise.ts';
import { relationsOf } from './relations.ts';
import { totalsOf } from './totals.ts';

/** The rules that speak for the graph: of the kind of equation, or of the slip that explains a breach. */
export type GraphRule = EquationRule | 'sign-error' | 'swapped-values' | 'typing-error';

/** What the equations of a report say. */
export interface Graph {
  readonly equations: readonly Believed[];
  readonly found: ReadonlyMap<GraphRule, readonly Found[]>;
}

/** The equations of a report and its broken ones, one finding a slip; worked out once for all rules. */
export const graphOf = oncePerReport((view): Graph => {
  const lines = gridsOf(view).flatMap(linesOf);
  const equations = distinct([
    ...totalsOf(lines),
    ...differencesOf(lines),
    ...formulasOf(view),
    ...yearlyChangesOf(view),
    ...countsOf(talliesOf(view)),
    ...bracketsOf(view),
    ...relationsOf(view),
  ]);
  const found = new Map<GraphRule, Found[]>();
  for (const diagnosis of localise(equations, besidesOf(view))) {
    const rule = speaker(diagnosis);
    found.set(rule, [...(found.get(rule) ?? []), describe(diagnosis, view)]);
  }
  return { equations, found };
});

/** The other values of the record a cell stands in. */
function besidesOf(view: ReportView): Besides {
  return ({ key, observation: { recordId, unit } }) => {
    const ids = view.recordsById.get(recordId)?.observations ?? [];
    return ids.flatMap((id) => {
      const other = view.byId.get(id);
      return id === key || other?.value === null || other?.unit !== unit ? [] : [other.value];
    });
  };
}

/** Which rule tells of a slip. */
function speaker({ slip, swappedWith, equations }: Diagnosis): GraphRule {
  if (swappedWith !== null) return 'swapped-values';
  if (slip === 'sign') return 'sign-error';
  if (slip !== null && slip !== 'changed') return 'typing-error';
  return equations[0]!.rule;
}

/** The same numbers in the same places are one equation, whoever collected it. */
function distinct(equations: readonly Believed[]): Believed[] {
  const byCells = new Map<string, Believed>();
  for (const equation of equations) {
    const keys = [equation.result, ...equation.terms.map(({ cell }) => cell)]
      .filter(({ value }) => value !== 0)
      .map(({ key }) => key)
      .toSorted();
    const key = keys.join();
    if (!byCells.has(key)) byCells.set(key, equation);
  }
  return [...byCells.values()];
}

/** What a rule of the graph gives back: the equations of its own kind are what it could test. */
export function resultOf(view: ReportView, rule: GraphRule): { checked: number; found: readonly Found[] } {
  const { equations, found } = graphOf(view);
  const own = equations.filter((equation) => equation.rule === rule).length;
  const isOfSlips = rule === 'sign-error' || rule === 'swapped-values' || rule === 'typing-error';
  return { checked: isOfSlips ? equations.length : own, found: found.get(rule) ?? [] };
}
