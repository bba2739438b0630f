import type { Worker } from 'node:worker_threads';
import type { Limits } from './limits.ts';
import type { PageMarks } from './page-marks.ts';

/** Which limit a worker has exceeded. */
export type Excess = 'page' | 'document' | 'memory';

/** Between two looks, in milliseconds: often enough that memory cannot grow by more than some hundred megabytes. */
const LOOK_MS = 200;

const MEGABYTE = 2 ** 20;

/**
 * Watches a worker at one document and calls `onExcess`, once, when it exceeds a limit: too long at a page, too long at
 * the document, more memory outside V8's heap than it may have (the bytes of streams; V8 itself ends a worker whose heap
 * exceeds the limit). Gives back what ends the watch.
 */
export function watchWorker(
  marks: PageMarks,
  limits: Limits,
  workers: () => readonly Worker[],
  onExcess: (excess: Excess) => void,
): () => void {
  let { step } = marks;
  let begun = performance.now();
  let stepBegun = begun;
  let isAsking = false;
  const timer = setInterval(() => {
    const now = performance.now();
    // a thread that is still starting has not begun with the document
    if (marks.thread === 0) begun = now;
    if (marks.step !== step) {
      step = marks.step;
      stepBegun = now;
    }
    if (marks.page > 0 && now - stepBegun > limits.pageSeconds * 1000) end('page');
    else if (now - begun > limits.documentSeconds * 1000) end('document');
    else if (!isAsking) void lookAtMemory();
  }, LOOK_MS);

  const end = (excess: Excess): void => {
    clearInterval(timer);
    onExcess(excess);
  };
  const lookAtMemory = async (): Promise<void> => {
    const worker = workers().find(({ threadId }) => threadId === marks.thread);
    if (worker?.getHeapStatistics === undefined) return;
    isAsking = true;
    const held = await worker.getHeapStatistics().catch(() => null);
    isAsking = false;
    if (held !== null && held.external_memory > limits.megabytes * MEGABYTE) end('memory');
  };
  return () => clearInterval(timer);
}
