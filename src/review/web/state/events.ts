import type { ReviewEvent } from '../../api.ts';
import { withToken } from '../ask.ts';
import { showRefusal } from './notice.ts';
import { forgetView, forgetViews, openFinding } from './open-finding.ts';
import { loadQueue, markRow } from './queue.ts';
import { review } from './review.ts';
import { loadRun } from './start.ts';

/** Follows what others decide on the same folder, for as long as the page is open. */
export function followEvents(): void {
  const source = new EventSource(withToken('events'));
  source.addEventListener('message', ({ data }) => hear(JSON.parse(String(data)) as ReviewEvent));
}

function hear(event: ReviewEvent): void {
  switch (event.kind) {
    case 'verdict': {
      const known = review.get().queue.rows.find((row) => row?.id === event.findingId)?.verdict;
      if (known === event.verdict) return;
      markRow(event.findingId, event.verdict);
      forgetView(event.findingId);
      return;
    }
    case 'reloaded': {
      forgetViews();
      void reload().catch(showRefusal);
    }
  }
}

async function reload(): Promise<void> {
  await Promise.all([loadRun(), loadQueue()]);
  const { route } = review.get();
  if (route.view === 'findings' && route.findingId !== null) await openFinding(route.findingId);
}
