import { checkReport, viewReport, withTokenizer } from '../../src/check/index.ts';
import type { Observation, Report } from '../../src/model/index.ts';
import { readReport } from '../../src/pipeline.ts';
import { SLIP_KINDS, type Slip, type SlipInput, type SlipKind } from './kinds.ts';
import { type Clean, judge, type Outcome } from './outcome.ts';
import { sample, seededRandom, seedOf } from './random.ts';
import { type Equation, equationsOf } from './testimony.ts';

export interface Measured {
  readonly kind: string;
  readonly outcome: Outcome;
  /** where it stood and what became of it, for those who look into misses */
  readonly told: string;
}

/** The report read from its text, as every slipped one will be. */
export function readText(text: string | Buffer): Promise<Report> {
  return readReport({ path: 'report.txt', documentId: 'bench', bytes: Buffer.from(text) });
}

/** Puts slips into the clean rows of a report, one at a time, and looks whether the rules see them. */
export async function measureReport(name: string, text: string, perKind: number): Promise<Measured[]> {
  const report = await readText(text);
  const { clean, input } = prepare(report);
  const measured: Measured[] = [];
  for (const kind of SLIP_KINDS) {
    const random = seededRandom(seedOf(name, kind.name));
    const slips = sample(kind.make({ ...input, random }), perKind, random);
    for (const slip of slips) {
      const slipped = await readText(edited(input.points, slip));
      const outcome = judge(slip, kind, clean, slipped);
      if (!outcome.isVoid) measured.push({ kind: kind.name, outcome, told: tell(name, kind, slip, outcome) });
    }
  }
  return measured;
}

function prepare(report: Report): { clean: Clean; input: Omit<SlipInput, 'random'> } {
  const { document, text, records, observations, slips = [] } = report;
  const view = viewReport({ document, text, records, observations, slips });
  const grave = report.findings.filter(({ severity }) => severity !== 'info');
  const blamed = new Set(grave.flatMap(({ observationIds }) => observationIds));
  const isClean = ({ observations: ids }: { readonly observations: readonly string[] }) =>
    !ids.some((id) => blamed.has(id));
  const cleanRecords = new Set(records.filter(isClean).map(({ id }) => id));
  const equations = equationsOf(view);
  const byCell = new Map<Observation, Equation[]>();
  for (const equation of equations)
    for (const cell of equation.cells) byCell.set(cell, [...(byCell.get(cell) ?? []), equation]);
  const sums = equations
    .filter(({ name }) => name === 'sum')
    .map(({ cells: [total, ...parts] }) => [total!, parts] as const);
  return {
    clean: {
      view,
      equations: byCell,
      rowOf: new Map(view.rows.map((row) => [row.record.id, row])),
      fingerprints: new Set(grave.map(({ fingerprint }) => fingerprint)),
    },
    input: {
      view,
      points: [...text],
      clean: observations.filter(({ recordId }) => cleanRecords.has(recordId)),
      cleanRows: view.rows.filter(({ record }) => cleanRecords.has(record.id)),
      sums: new Map(sums),
    },
  };
}

function edited(points: readonly string[], { edits }: Slip): string {
  const changed = [...points];
  for (const { start, end, text } of edits.toSorted((a, b) => b.start - a.start))
    changed.splice(start, end - start, text);
  return changed.join('');
}

function tell(name: string, kind: SlipKind, slip: Slip, outcome: Outcome): string {
  const [cell] = slip.cells;
  const to = slip.edits.map(({ text }) => JSON.stringify(text)).join(' ');
  const what = `${cell?.indicator} ${cell?.measure} ${cell?.timePeriod?.label ?? ''} ${JSON.stringify(cell?.raw)}→${to}`;
  const found = outcome.rules.length === 0 ? 'MISSED' : outcome.rules.join(',');
  const marks = `${outcome.isTestified ? 'T' : '-'}${outcome.isUnique ? 'U' : '-'}${outcome.isRightSuggestion ? 'R' : '-'}`;
  return `${marks} ${kind.name} | ${name}:${cell?.provenance.line} | ${what} | ${found}`;
}

/** How long the rules take beside the reading, both warm: seconds of each. */
export async function timeOf(text: string): Promise<{ readonly whole: number; readonly rules: number }> {
  const best = { whole: Number.POSITIVE_INFINITY, rules: Number.POSITIVE_INFINITY };
  for (let round = 0; round < 5; round += 1) {
    const begun = performance.now();
    const { document, records, observations, slips = [] } = await readText(text);
    const read = performance.now();
    const fresh = observations.map((each) => ({ ...each, findings: [] }));
    const view = viewReport({ document, text, records, observations: fresh, slips });
    checkReport(await withTokenizer(view));
    best.whole = Math.min(best.whole, (read - begun) / 1000);
    best.rules = Math.min(best.rules, (performance.now() - read) / 1000);
  }
  return best;
}
