import { styleText } from 'node:util';
import type { ReadReport } from '../run/one-document.ts';

/** A stream as the command line writes to it; a process's stdout and stderr are such, and so is a list in a test. */
export interface TextSink {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** All that the command line touches of its process. */
export interface CliIo {
  /** data: what --json prints, help and version when asked for */
  readonly stdout: TextSink;
  /** people: progress, summary, errors */
  readonly stderr: TextSink;
  readonly env: { readonly [name: string]: string | undefined };
  readonly cwd: string;
  /** aborts when the person interrupts */
  readonly signal?: AbortSignal;
  /** stands in for the pipeline, in tests */
  readonly read?: ReadReport;
}

export type Colour = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan';
export type Paint = (colour: Colour, text: string) => string;

/** Colours the text where the stream is a terminal that shows colours, unless NO_COLOR says not to (no-color.org). */
export function paintFor(sink: TextSink, env: CliIo['env']): Paint {
  const hasColour = sink.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
  return (colour, text) => (hasColour ? styleText(colour, text, { validateStream: false }) : text);
}

/** Width of the stream's lines; no terminal, no limit. */
export function columnsOf(sink: TextSink): number {
  return sink.isTTY === true ? (sink.columns ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}

/** The streams, environment and folder of this process. */
export function processIo(): CliIo {
  const { stdout, stderr, env } = process;
  return { stdout, stderr, env, cwd: process.cwd() };
}
