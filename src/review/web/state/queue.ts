import type { Verdict } from '../../../model/index.ts';
import type { FindingFilter, FindingPage, FindingRow } from '../../api.ts';
import { ask } from '../ask.ts';
import { showRefusal } from './notice.ts';
import { EMPTY_QUEUE, review } from './review.ts';

/** Rows fetched at a time. */
const CHUNK = 100;

let generation = 0;
const underWay = new Set<number>();

export function parametersOf(filter: FindingFilter): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(filter))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== '') parameters.append(name, String(one));
  return parameters;
}

/** Fetches the queue anew: at the start, and when the filter was changed. */
export async function loadQueue(): Promise<void> {
  generation += 1;
  const mine = generation;
  underWay.clear();
  const page = await ask<FindingPage>(
    `findings?${parametersOf({ ...review.get().filter, offset: 0, limit: CHUNK })}`,
  );
  if (mine !== generation) return;
  const rows: (FindingRow | undefined)[] = Array.from({ length: page.total });
  page.rows.forEach((row, index) => {
    rows[index] = row;
  });
  const { total, open, decidedToday } = page;
  review.set({ queue: { rows, total, open, decidedToday } });
}

/** Sees to it that the rows from `first` to `last` are there. */
export function needRows(first: number, last: number): void {
  const { rows } = review.get().queue;
  for (let start = first - (first % CHUNK); start <= last; start += CHUNK) {
    const isMissing = rows.slice(start, start + CHUNK).some((row) => row === undefined);
    if (isMissing && !underWay.has(start)) void loadChunk(start).catch(showRefusal);
  }
}

async function loadChunk(start: number): Promise<void> {
  const mine = generation;
  underWay.add(start);
  const { filter, queue } = review.get();
  const gone = queue.rows.slice(0, start).filter((row) => row && !letsThrough(filter, row.verdict)).length;
  const offset = Math.max(0, start - gone);
  const page = await ask<FindingPage>(
    `findings?${parametersOf({ ...filter, offset, limit: CHUNK })}`,
  ).finally(() => underWay.delete(start));
  if (mine !== generation) return;
  const rows = [...review.get().queue.rows];
  const known = new Set(rows.map((row) => row?.id));
  const fresh = page.rows.filter(({ id }) => !known.has(id));
  for (let at = start; at < start + CHUNK && at < rows.length; at += 1) rows[at] ??= fresh.shift();
  const end = Math.min(start + CHUNK, rows.length);
  const isShort = rows.slice(start, end).some((row) => row === undefined);
  review.set({
    queue: {
      ...review.get().queue,
      rows: isShort ? rows.filter((row, at) => row !== undefined || at >= end) : rows,
    },
  });
}

const letsThrough = ({ verdict }: FindingFilter, given: Verdict | null): boolean =>
  !verdict?.length || verdict.includes(given ?? 'open');

/** Writes a verdict beside its row: what was decided here or by others stays where it stood. */
export function markRow(findingId: string, verdict: Verdict | null): Verdict | null | undefined {
  const { queue } = review.get();
  const row = queue.rows.find((one) => one?.id === findingId);
  if (!row || row.verdict === verdict) return row?.verdict;
  const change = (row.verdict === null ? 0 : 1) - (verdict === null ? 0 : 1);
  const rows = queue.rows.map((one) => (one?.id === findingId ? { ...one, verdict } : one));
  review.set({ queue: { ...queue, rows, open: queue.open + change } });
  return row.verdict;
}

export function setFilter(change: FindingFilter): void {
  review.set({ filter: { ...review.get().filter, ...change }, queue: { ...EMPTY_QUEUE } });
  void loadQueue().catch(showRefusal);
}

/** The id `steps` rows on from a finding; with `openOnly`, of the next one that nobody has decided on, round the end. */
export function idFrom(findingId: string | null, steps: 1 | -1, openOnly = false): string | null {
  const { rows } = review.get().queue;
  const at = rows.findIndex((row) => row?.id === findingId);
  if (at < 0) return rows.find((row) => row && (!openOnly || isOpen(row)))?.id ?? null;
  if (!openOnly) return rows[at + steps]?.id ?? null;
  const ahead = [...rows.slice(at + 1), ...rows.slice(0, at)];
  return ahead.find((row) => row && isOpen(row))?.id ?? null;
}

const isOpen = ({ verdict, muted }: FindingRow): boolean => verdict === null && !muted;
