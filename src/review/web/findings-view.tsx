import { FindingPane } from './finding/finding-pane.tsx';
import { QueuePane } from './queue/queue-pane.tsx';
import { SourcePane } from './source/source-pane.tsx';
import { review } from './state/review.ts';
import { goTo } from './state/route.ts';
import { useStore } from './state/store.ts';

const NOWHERE: readonly never[] = [];

/** The queue, the source, and the finding, side by side. */
export function FindingsView() {
  const view = useStore(review, (state) => state.finding);
  const documentId = view?.finding.documentIds[0];
  return (
    <main class="panes">
      <QueuePane />
      <SourcePane
        places={view?.places ?? NOWHERE}
        onCell={(recordId) => {
          if (documentId) goTo({ view: 'documents', documentId, recordId });
        }}
      />
      <FindingPane view={view} />
    </main>
  );
}
