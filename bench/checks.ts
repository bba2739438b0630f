import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { describedRules } from '../src/check/index.ts';
import type { Finding, Report } from '../src/model/index.ts';
import known from './known-oddities.json' with { type: 'json' };
import { SLIP_KINDS } from './slips/kinds.ts';
import { type Measured, measureReport, readText, timeOf } from './slips/measure.ts';
import { rulesOf } from './slips/outcome.ts';

/**
 * How many slips the rules catch, and how often they cry wolf: slips of fixed seeds put into clean rows of the fixtures
 * and, where they lie beside the checkout, of real reports, one at a time. Writes bench/checks.json for `npm run rules`.
 * `node bench/checks.ts --misses` also tells each slip.
 */
const REAL = '../shared/reports';
/** Slips of one kind in one report: enough to count, few enough to end in minutes. */
const SLIPS_PER_FIXTURE = 6;
const SLIPS_PER_REAL_REPORT = 12;

interface Source {
  readonly name: string;
  readonly text: string;
  readonly isFixture: boolean;
  readonly report: Report;
}

const begun = performance.now();
const sources = await readSources();
const measured: Measured[] = [];
for (const { name, text, isFixture } of sources)
  measured.push(...(await measureReport(name, text, isFixture ? SLIPS_PER_FIXTURE : SLIPS_PER_REAL_REPORT)));

console.log(`${measured.length} slips in ${sources.length} reports\n`);
const kinds = tellKinds();
const alarms = tellAlarms();
const ofRules = tellRules();
await tellTimes();
if (argv.includes('--misses')) console.log(`\n${measured.map(({ told }) => told).join('\n')}`);
writeFileSync(
  'bench/checks.json',
  `${JSON.stringify({ slips: measured.length, reports: sources.map(({ name }) => name), kinds, alarms, rules: ofRules }, null, 2)}\n`,
);
console.log(`\nbench/checks.json written after ${((performance.now() - begun) / 1000).toFixed(0)} s`);

async function readSources(): Promise<Source[]> {
  const fixtures = readdirSync('fixtures', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'pdf')
    .map(({ name }) => ({ name, path: `fixtures/${name}/report.txt`, isFixture: true }));
  const real = existsSync(REAL)
    ? readdirSync(REAL)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => ({ name, path: `${REAL}/${name}`, isFixture: false }))
    : [];
  const all: Source[] = [];
  for (const { name, path, isFixture } of [...fixtures, ...real]) {
    const { text } = await readText(readFileSync(path));
    all.push({ name, isFixture, text, report: await readText(text) });
  }
  return all;
}

interface Tally {
  readonly injected: number;
  readonly caught: number;
  readonly testified: number;
  readonly testifiedCaught: number;
  readonly unique: number;
  readonly rightSuggestions: number;
}

function tallyOf(some: readonly Measured[]): Tally {
  const count = (is: (outcome: Measured['outcome']) => boolean) =>
    some.filter(({ outcome }) => is(outcome)).length;
  return {
    injected: some.length,
    caught: count(({ rules: by }) => by.length > 0),
    testified: count(({ isTestified }) => isTestified),
    testifiedCaught: count(({ isTestified, rules: by }) => isTestified && by.length > 0),
    unique: count(({ isUnique }) => isUnique),
    rightSuggestions: count(({ isRightSuggestion }) => isRightSuggestion),
  };
}

function tellKinds(): { [kind: string]: Tally } {
  row(
    'slip',
    'injected',
    'caught',
    'share',
    'testified',
    'caught',
    'share',
    'unique repair',
    'suggested',
    'share',
  );
  row(...Array.from({ length: 10 }, () => '---'));
  const tallies: { [kind: string]: Tally } = {};
  for (const { name } of SLIP_KINDS) tallies[name] = tallyOf(measured.filter(({ kind }) => kind === name));
  tallies.all = tallyOf(measured);
  for (const [name, tally] of Object.entries(tallies)) {
    const { injected, caught, testified, testifiedCaught, unique, rightSuggestions } = tally;
    row(
      name,
      ...[injected, caught, share(caught, injected)],
      ...[testified, testifiedCaught, share(testifiedCaught, testified)],
      ...[unique, rightSuggestions, share(rightSuggestions, unique)],
    );
  }
  console.log(
    '\ntestified: the slip breaks an equation, or stands out of a steady series of three or more other figures\n',
  );
  return tallies;
}

/** Whether a finding is one that a person has looked at and wants to see. */
function isKnown({ name }: Source, { line }: Finding): boolean {
  const lines: { readonly [fixture: string]: readonly number[] } = known.fixtures;
  return line !== null && (lines[name]?.includes(line) ?? false);
}

interface Alarms {
  readonly observations: number;
  readonly warnings: number;
  readonly falseAlarms: number;
  readonly per100: number;
}

function tellAlarms(): Alarms {
  const fixtures = sources.filter(({ isFixture }) => isFixture);
  const observations = fixtures.reduce((sum, { report }) => sum + report.observations.length, 0);
  const warnings = fixtures.reduce((sum, { report }) => sum + grave(report).length, 0);
  const falseAlarms = fixtures.reduce((sum, source) => sum + falseIn(source).length, 0);
  const per100 = Math.round((falseAlarms / observations) * 10000) / 100;
  row('unmutated', 'observations', 'warnings and errors', 'of these false', 'false per 100 observations');
  row('---', '---', '---', '---', '---');
  for (const source of sources) {
    const { name, report, isFixture } = source;
    const wrong = falseIn(source).length;
    const { length } = report.observations;
    const told = isFixture ? [wrong, ((wrong / length) * 100).toFixed(2)] : ['see the report', '-'];
    row(name, length, grave(report).length, ...told);
  }
  row('fixtures', observations, warnings, falseAlarms, per100.toFixed(2));
  if (argv.includes('--misses'))
    for (const source of fixtures)
      for (const { rule, line, message } of falseIn(source))
        console.log(`${source.name}:${line} ${rule} ${message.ja}`);
  return { observations, warnings, falseAlarms, per100 };
}

function grave({ findings }: Report): Finding[] {
  return findings.filter(({ severity }) => severity !== 'info');
}

function falseIn(source: Source): Finding[] {
  return grave(source.report).filter((finding) => !isKnown(source, finding));
}

interface OfRule {
  /** testified slips that were the rule's to catch: those it caught, and the missed ones of kinds it catches most of */
  readonly injected: number;
  readonly caught: number;
  /** of these by no other rule */
  readonly alone: number;
  readonly falseAlarms: number;
}

function tellRules(): { [slug: string]: OfRule } {
  console.log('');
  row(
    'rule',
    'slips that were its',
    'caught',
    'share',
    'by it alone',
    'warnings and errors',
    'false on fixtures',
  );
  row(...Array.from({ length: 7 }, () => '---'));
  const told: { [slug: string]: OfRule } = {};
  const testified = measured.filter(({ outcome }) => outcome.isTestified);
  const missed = testified.filter(({ outcome }) => outcome.rules.length === 0);
  const wrong = sources.filter(({ isFixture }) => isFixture).flatMap(falseIn);
  for (const { slug } of describedRules) {
    const own = testified.filter(({ outcome }) => outcome.rules.includes(slug));
    const injected = own.length + missed.filter(({ kind }) => firstRuleOf(kind) === slug).length;
    const alone = own.filter(({ outcome }) => outcome.rules.length === 1).length;
    const warnings = sources
      .flatMap(({ report }) => grave(report))
      .filter((one) => rulesOf(one).includes(slug));
    const falseAlarms = wrong.filter(({ rule }) => rule === slug).length;
    told[slug] = { injected, caught: own.length, alone, falseAlarms };
    row(slug, injected, own.length, share(own.length, injected), alone, warnings.length, falseAlarms);
  }
  return told;
}

/** The rule that catches most slips of a kind: those that nobody caught were its to catch. */
function firstRuleOf(kind: string): string | undefined {
  const speaking = measured.filter((one) => one.kind === kind).flatMap(({ outcome }) => outcome.rules);
  const byRule = [...Map.groupBy(speaking, (slug) => slug)].toSorted(([, a], [, b]) => b.length - a.length);
  return byRule[0]?.[0];
}

async function tellTimes(): Promise<void> {
  console.log('');
  row('report', 'read and check s', 'of this check s', 'check ÷ read');
  row('---', '---', '---', '---');
  for (const { name, text } of sources) {
    const { whole, rules: check } = await timeOf(text);
    row(name, whole.toFixed(3), check.toFixed(3), (check / (whole - check)).toFixed(2));
  }
}

function share(part: number, of: number): string {
  return of === 0 ? '-' : `${((part / of) * 100).toFixed(1)} %`;
}

function row(...cells: readonly (string | number)[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}
