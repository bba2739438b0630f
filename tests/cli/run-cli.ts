import { cli } from '../../src/cli/cli.ts';
import type { CliIo } from '../../src/cli/terminal.ts';
import { readSample } from '../run/sample-report.ts';

/** Runs the command line in a folder without a process, with the sample reader; answers with what it wrote. */
export async function runCli(
  argv: readonly string[],
  cwd: string,
  io: Partial<CliIo> & { readonly isTTY?: boolean } = {},
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  const written = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr') => ({
    isTTY: io.isTTY ?? false,
    columns: 100,
    write(text: string) {
      written[name] += text;
    },
  });
  const exitCode = await cli(argv, {
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    env: {},
    cwd,
    read: readSample,
    ...io,
  });
  return { exitCode, ...written };
}
