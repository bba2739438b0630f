import type { FindingView } from '../../api.ts';
import { ask, Refused } from '../ask.ts';
import { fetchPlaces } from '../source/ahead.ts';
import { showRefusal } from './notice.ts';
import { idFrom, needRows, parametersOf } from './queue.ts';
import { review } from './review.ts';
import { goTo } from './route.ts';

/** Findings kept at hand. */
const KEPT = 40;
/** Findings fetched before they are asked for. */
const AHEAD = 2;

const views = new Map<string, Promise<FindingView>>();

function viewOf(id: string): Promise<FindingView> {
  const known = views.get(id);
  if (known) return known;
  const asked = ask<FindingView>(`findings/${encodeURIComponent(id)}?${parametersOf(review.get().filter)}`);
  views.set(id, asked);
  asked.catch(() => views.delete(id));
  const oldest = views.keys().next().value;
  if (views.size > KEPT && oldest !== undefined) views.delete(oldest);
  return asked;
}

/** Shows a finding: from what was fetched ahead where it was, and fetches what comes after it. */
export async function openFinding(id: string, how: 'pushed' | 'replaced' = 'replaced'): Promise<void> {
  performance.mark('finding-asked');
  goTo({ view: 'findings', findingId: id }, how);
  review.set({ entry: null, note: '' });
  try {
    const view = await viewOf(id);
    if (isShown(id)) review.set({ finding: view });
    fetchAhead(id);
  } catch (error) {
    if (error instanceof Refused && error.status === 404 && isShown(id)) review.set({ finding: null });
    showRefusal(error);
  }
}

const isShown = (id: string): boolean => {
  const { route } = review.get();
  return route.view === 'findings' && route.findingId === id;
};

function fetchAhead(id: string): void {
  const { rows } = review.get().queue;
  const at = rows.findIndex((row) => row?.id === id);
  if (at >= 0) needRows(at, Math.min(at + AHEAD + 1, rows.length - 1));
  let next: string | null = id;
  for (let step = 0; step < AHEAD && next !== null; step += 1) {
    next = idFrom(next, 1, true);
    if (next !== null && next !== id) viewOf(next).then(fetchPlaces, () => undefined);
  }
}

/** Puts a view that the server answered in the place of the one at hand. */
export function keepView(view: FindingView): void {
  views.set(view.finding.id, Promise.resolve(view));
  if (isShown(view.finding.id)) review.set({ finding: view });
}

/** What others changed is fetched again when it is next shown, or at once where it is on the screen. */
export function forgetView(id: string): void {
  views.delete(id);
  if (isShown(id)) void viewOf(id).then(keepView, showRefusal);
}

export function forgetViews(): void {
  views.clear();
}

export function step(steps: 1 | -1): void {
  const { route } = review.get();
  const id = idFrom(route.view === 'findings' ? route.findingId : null, steps);
  if (id !== null) void openFinding(id);
}
