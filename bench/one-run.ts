/**
 * One run of the command in a process of its own; prints what it cost. Used by bench.ts; with JISSEKI_BUILT=1 it runs what
 * `npm run build` made, as users do.
 */
const started = performance.now();
const built = '../dist/cli/cli.js';
const { cli } = (
  process.env.JISSEKI_BUILT === '1' ? await import(built) : await import('../src/cli/cli.ts')
) as typeof import('../src/cli/cli.ts');
// what earlier runs have kept is not measured
process.env.JISSEKI_CACHE = '';
const exitCode = await cli(process.argv.slice(2));
const { maxRSS } = process.resourceUsage();
console.log(
  JSON.stringify({ exitCode, seconds: (performance.now() - started) / 1000, peakMegabytes: maxRSS / 1024 }),
);
