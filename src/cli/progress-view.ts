import type { ProgressEvent } from '../run/extraction.ts';
import { type CliIo, columnsOf, type TextSink } from './terminal.ts';
import { fitWidth, printable } from './text-width.ts';
import type { Texts } from './texts/texts.ts';

/** Between two lines where stderr is no terminal, in milliseconds: seldom enough for a log, often enough to see life. */
const LINE_INTERVAL_MS = 5_000;

/** Between two drawings of the bar, in milliseconds; more often is not seen and costs time. */
const BAR_INTERVAL_MS = 50;

/** Length of the bar, in columns. */
const BAR_COLUMNS = 24;

/** Shows a run under way. `end` takes away what is not meant to stay. */
export interface ProgressView {
  onProgress(event: ProgressEvent): void;
  stopping(): void;
  end(): void;
}

/** A bar where stderr is a terminal, a plain line every few seconds where not. */
export function createProgressView(stderr: TextSink, texts: Texts): ProgressView {
  return stderr.isTTY ? barView(stderr, texts) : lineView(stderr, texts);
}

const SILENT: ProgressView = { onProgress() {}, stopping() {}, end() {} };

/** Shows the work on stderr while it goes on, and that it is stopping when the person asks it to; `quiet` shows nothing. */
export async function withProgress<T>(
  { stderr, signal }: CliIo,
  texts: Texts,
  quiet: boolean,
  work: (onProgress: ProgressView['onProgress']) => Promise<T>,
): Promise<T> {
  const view = quiet ? SILENT : createProgressView(stderr, texts);
  const onAbort = () => view.stopping();
  signal?.addEventListener('abort', onAbort);
  try {
    return await work(view.onProgress);
  } finally {
    signal?.removeEventListener('abort', onAbort);
    view.end();
  }
}

function barView(stderr: TextSink, texts: Texts): ProgressView {
  const clear = '\r\u001B[2K';
  let drawnAt = -BAR_INTERVAL_MS;
  let failed = 0;
  const draw = (text: string) => stderr.write(clear + fitWidth(text, columnsOf(stderr) - 1));
  return {
    onProgress(event) {
      if (event.kind !== 'document') {
        draw(event.kind === 'join' ? texts.progress.joining : texts.progress.done(0, event.inputs, 0));
        return;
      }
      if (event.failed) failed += 1;
      const now = performance.now();
      if (now - drawnAt < BAR_INTERVAL_MS && event.done < event.inputs) return;
      drawnAt = now;
      const { done, inputs, path } = event;
      draw(`${bar(done / inputs)} ${texts.progress.done(done, inputs, failed)}  ${printable(path)}`);
    },
    stopping() {
      stderr.write(`${clear}${texts.progress.stopping}\n`);
    },
    end() {
      stderr.write(clear);
    },
  };
}

function bar(share: number): string {
  const full = Math.round(share * BAR_COLUMNS);
  return '█'.repeat(full) + '░'.repeat(BAR_COLUMNS - full);
}

function lineView(stderr: TextSink, texts: Texts): ProgressView {
  let done = 0;
  let inputs = 0;
  let failed = 0;
  const timer = setInterval(
    () => stderr.write(`${texts.progress.done(done, inputs, failed)}\n`),
    LINE_INTERVAL_MS,
  );
  timer.unref();
  return {
    onProgress(event) {
      if (event.kind === 'begin') inputs = event.inputs;
      if (event.kind !== 'document') return;
      done = event.done;
      if (event.failed) failed += 1;
    },
    stopping() {
      stderr.write(`${texts.progress.stopping}\n`);
    },
    end() {
      clearInterval(timer);
    },
  };
}
