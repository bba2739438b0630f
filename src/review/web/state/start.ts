import type { DocumentRow, RunView } from '../../api.ts';
import { ask } from '../ask.ts';
import { showRefusal } from './notice.ts';
import { openFinding } from './open-finding.ts';
import { loadQueue } from './queue.ts';
import { review } from './review.ts';
import { readRoute } from './route.ts';

export async function loadRun(): Promise<void> {
  const run = await ask<RunView>('run');
  const reviewer = review.get().reviewer || (run.reviewer ?? '');
  review.set({ run, reviewer });
}

/** Which reports there are; fetched when first needed. */
export async function loadDocuments(): Promise<void> {
  review.set({ documents: await ask<DocumentRow[]>('documents') });
}

/** Goes where the address says: the finding it names, or the first of the queue. */
export async function start(): Promise<void> {
  const route = readRoute(location.hash);
  review.set({ route });
  const named = route.view === 'findings' && route.findingId !== null ? openFinding(route.findingId) : null;
  await Promise.all([loadRun(), loadQueue(), named]);
  void loadDocuments().catch(showRefusal);
  // where a person has gone somewhere meanwhile, that stays
  const now = review.get().route;
  if (now.view === 'findings' && now.findingId === null) await openFirst();
}

async function openFirst(): Promise<void> {
  const first = review.get().queue.rows[0];
  if (first) await openFinding(first.id);
}

/** Follows the browser's own back and forward. */
export function followHistory(): void {
  addEventListener('popstate', () => {
    const route = readRoute(location.hash);
    review.set({ route });
    if (route.view !== 'findings') return;
    if (route.findingId === null) void openFirst();
    else void openFinding(route.findingId);
  });
}
