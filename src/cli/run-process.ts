/** The command line as a process: its interrupts, its pipes, its exit code. */
import { cli } from './cli.ts';
import { processIo } from './terminal.ts';

const INTERRUPTED = 130;

/** The first interrupt lets the reports in hand be finished; the second stops at once. */
const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (interrupt.signal.aborted) process.exit(INTERRUPTED);
    interrupt.abort();
  });
}

/** A reader that has seen enough (`| head`) closes the pipe; that is no error of the run. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await cli(process.argv.slice(2), { ...processIo(), signal: interrupt.signal });
