import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createProgressView } from '../../src/cli/progress-view.ts';
import { textsIn } from '../../src/cli/texts/texts.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('says a plain line every few seconds where stderr is no terminal', () => {
  const lines: string[] = [];
  const view = createProgressView({ write: (text) => lines.push(text) }, textsIn('en'));
  view.onProgress({ kind: 'begin', inputs: 40, skipped: 0 });
  vi.advanceTimersByTime(4_000);
  expect(lines).toEqual([]);
  view.onProgress({ kind: 'document', path: 'a.txt', done: 12, inputs: 40, failed: true });
  vi.advanceTimersByTime(2_000);
  expect(lines).toEqual(['12 of 40 reports done, 1 failed\n']);
  view.end();
  vi.advanceTimersByTime(60_000);
  expect(lines).toHaveLength(1);
});

it('never draws a bar wider than the terminal', () => {
  const drawn: string[] = [];
  const terminal = { write: (text: string) => drawn.push(text), isTTY: true, columns: 30 };
  const view = createProgressView(terminal, textsIn('ja'));
  view.onProgress({ kind: 'begin', inputs: 1, skipped: 0 });
  view.onProgress({ kind: 'document', path: '長い名前\nの報告書.txt', done: 1, inputs: 1, failed: false });
  expect(drawn.at(-1)).toBe('\r\u001B[2K████████████████████████ 1 …');
});
