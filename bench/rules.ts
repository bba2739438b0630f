import { existsSync, readFileSync } from 'node:fs';
import { describedRules } from '../src/check/index.ts';

/** Prints the table of rules, with what `npm run bench:checks` last measured: `npm run rules`. */
interface Measured {
  readonly rules: {
    readonly [slug: string]:
      | { injected: number; caught: number; alone: number; falseAlarms: number }
      | undefined;
  };
  readonly alarms: { readonly observations: number };
}

const CHECKS = 'bench/checks.json';
const measured = existsSync(CHECKS) ? (JSON.parse(readFileSync(CHECKS, 'utf8')) as Measured) : null;

const row = (...cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`);

/** Share of the slips of its kinds that the rule caught, and false alarms per 100 observations of the fixtures. */
function measures(slug: string): string[] {
  if (measured === null) return [];
  const own = measured.rules[slug];
  const isMeasured = own !== undefined && own.injected > 0;
  const recall = isMeasured ? `${((own.caught / own.injected) * 100).toFixed(0)} % of ${own.injected}` : '–';
  const alarms =
    own === undefined ? '–' : ((own.falseAlarms / measured.alarms.observations) * 100).toFixed(2);
  return [recall, alarms];
}

const heads = ['rule', 'title', '', 'gravest', 'needs'];
const measuredHeads = measured === null ? [] : ['recall', 'false alarms per 100 values'];
row(...heads, ...measuredHeads);
row(...[...heads, ...measuredHeads].map(() => '---'));
for (const { slug, title, needs, severity } of describedRules)
  row(`\`${slug}\``, title.ja, title.en, severity, `${needs.ja} / ${needs.en}`, ...measures(slug));
