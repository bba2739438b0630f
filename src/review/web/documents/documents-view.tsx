import { useEffect, useMemo, useState } from 'preact/hooks';
import type { DocumentRow, Place, RowView } from '../../api.ts';
import { ask } from '../ask.ts';
import { RowPanel } from '../row/row-panel.tsx';
import { SourcePane } from '../source/source-pane.tsx';
import { showRefusal } from '../state/notice.ts';
import { review } from '../state/review.ts';
import { goTo } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { useWords } from '../words/words.ts';
import { DocumentList } from './document-list.tsx';
import { DocumentPanel } from './document-panel.tsx';
import { placesOfRow } from './places-of-row.ts';
import { RecordList } from './record-list.tsx';

interface DocumentsViewProps {
  readonly documentId: string | null;
  readonly recordId: string | null;
}

/** Every record of every report with its source; any value can be put right. */
export function DocumentsView({ documentId, recordId }: DocumentsViewProps) {
  const words = useWords();
  const document = useStore(review, ({ documents }) => documents.find(({ id }) => id === documentId));
  const [row, setRow] = useRow(documentId, recordId);
  const [observationId, setObservationId] = useState<string | null>(null);
  const places = useMemo(() => placesToShow(document, row, observationId), [document, row, observationId]);
  const open = (chosen: string): void => {
    if (documentId) goTo({ view: 'documents', documentId, recordId: chosen });
  };
  return (
    <main class="panes">
      <section class="queue-pane" aria-label={document ? words.records : words.documents}>
        {document ? (
          <RecordList key={document.id} {...{ document, recordId, onChoose: open }} />
        ) : (
          <DocumentList />
        )}
      </section>
      <SourcePane
        places={places}
        isChosen
        onCell={(chosen, observation) => {
          setObservationId(observation);
          open(chosen);
        }}
      />
      <section class="finding-pane" aria-label={words.row}>
        {row && document && (
          <RowPanel
            key={row.record.id}
            row={row}
            suspects={row.observations
              .filter(({ id }) => id === places[0]?.observationId)
              .map(({ id }) => id)}
            compared={[]}
            suggestion={null}
            onChanged={setRow}
            onShow={setObservationId}
          />
        )}
        {document ? <DocumentPanel document={document} /> : <p class="faint">{words.chooseDocument}</p>}
      </section>
    </main>
  );
}

/** The first page of a report, until a row of it is chosen. */
function placesToShow(
  document: DocumentRow | undefined,
  row: RowView | null,
  observationId: string | null,
): readonly Place[] {
  if (!document) return [];
  if (row && row.documentId === document.id) return placesOfRow(document, row, observationId);
  const { id, title, source } = document;
  const nowhere = { observationId: null, box: null, columns: null, headers: [] };
  return [
    { documentId: id, documentTitle: title, source, page: 1, line: source === 'text' ? 1 : null, ...nowhere },
  ];
}

function useRow(
  documentId: string | null,
  recordId: string | null,
): [RowView | null, (row: RowView) => void] {
  const [row, setRow] = useState<RowView | null>(null);
  useEffect(() => {
    if (documentId === null || recordId === null) {
      setRow(null);
      return undefined;
    }
    let isWanted = true;
    const path = `documents/${encodeURIComponent(documentId)}/records/${encodeURIComponent(recordId)}`;
    ask<RowView>(path).then((answer) => isWanted && setRow(answer), showRefusal);
    return () => {
      isWanted = false;
    };
  }, [documentId, recordId]);
  return [row, setRow];
}
