import type { Plan, Planned } from '../run/dry-run.ts';
import { failureLines } from './summary.ts';
import { type CliIo, columnsOf, paintFor } from './terminal.ts';
import { printable } from './text-width.ts';
import type { Texts } from './texts/texts.ts';

/** In the order in which they are counted up. */
const KINDS: readonly Planned[] = ['kept', 'check', 'read', 'failure'];

/** Tells what a run would do, an input a line, and how many of each; answers with the exit code the run would have. */
export function tellPlan(
  plan: Plan,
  options: { readonly json?: boolean; readonly quiet?: boolean },
  io: CliIo,
  texts: Texts,
): number {
  const { inputs, skipped } = plan;
  const failures = inputs.flatMap(({ failure }) => failure ?? []);
  if (options.json) io.stdout.write(`${JSON.stringify({ inputs, skipped }, null, 2)}\n`);
  else if (!options.quiet) {
    for (const { path, planned } of inputs)
      if (planned !== 'failure') io.stderr.write(`${texts.plan.kinds[planned]}  ${printable(path)}\n`);
    const counts = KINDS.map((kind) => ({
      name: texts.plan.kinds[kind],
      count: inputs.filter(({ planned }) => planned === kind).length,
    }));
    io.stderr.write(`${texts.plan.total(counts.filter(({ count }) => count > 0))}\n`);
  }
  const style = { texts, paint: paintFor(io.stderr, io.env), columns: columnsOf(io.stderr) };
  io.stderr.write(failureLines(failures, style));
  return failures.length > 0 ? 3 : 0;
}
