import { cli } from '../src/cli/cli.ts';

/** One run of the command in a process of its own; prints what it cost. Used by bench.ts. */
const started = performance.now();
const exitCode = await cli(process.argv.slice(2));
const { maxRSS } = process.resourceUsage();
console.log(
  JSON.stringify({ exitCode, seconds: (performance.now() - started) / 1000, peakMegabytes: maxRSS / 1024 }),
);
