import { useEffect, useRef, useState } from 'preact/hooks';
import type { DocumentRow, RecordPage } from '../../api.ts';
import { ask } from '../ask.ts';
import { SearchBox } from '../queue/search-box.tsx';
import { showRefusal } from '../state/notice.ts';
import { goTo } from '../state/route.ts';
import { useRowHeight } from '../use-row-height.ts';
import { VirtualList } from '../virtual-list.tsx';
import { useWords } from '../words/words.ts';

type RecordRow = RecordPage['rows'][number];

interface RecordListProps {
  readonly document: DocumentRow;
  readonly recordId: string | null;
  readonly onChoose: (recordId: string) => void;
}

const CHUNK = 200;
const ROW_REM = 4.7;

/** All records of a report, in its order. */
export function RecordList({ document, recordId, onChoose }: RecordListProps) {
  const words = useWords();
  const [search, setSearch] = useState('');
  const [rows, need] = useRecords(document.id, search);
  const rowHeight = useRowHeight(ROW_REM);
  const at = rows.findIndex((row) => row?.id === recordId);
  return (
    <>
      <div class="queue-head">
        <button
          type="button"
          class="quiet"
          onClick={() => goTo({ view: 'documents', documentId: null, recordId: null })}
        >
          ‹ {words.backToDocuments}
        </button>
        <p class="progress">
          <strong>{document.title}</strong>
        </p>
        <SearchBox id="search" label={words.searchRecords} onSearch={setSearch} />
      </div>
      <VirtualList
        label={words.records}
        count={rows.length}
        rowHeight={rowHeight}
        shown={at}
        onRange={need}
        row={(index) => {
          const row = rows[index];
          if (!row) return <div key={index} class="list-row" style={{ height: `${rowHeight}px` }} />;
          return (
            <button
              type="button"
              key={row.id}
              class={row.id === recordId ? 'list-row is-chosen' : 'list-row'}
              style={{ height: `${rowHeight}px` }}
              aria-current={row.id === recordId}
              onClick={() => onChoose(row.id)}
            >
              <span class="name">{row.name || words.recordTypes[row.type]}</span>
              {row.findings > 0 && <b class="count">{row.findings}</b>}
              <span class="about">{row.path.at(-1) ?? ''}</span>
              <span class="where">
                {[
                  words.recordTypes[row.type],
                  row.line === null ? words.page(row.page) : words.line(row.line),
                ].join(' · ')}
              </span>
            </button>
          );
        }}
      />
    </>
  );
}

/** Records as far as they were needed, and how to need more. */
function useRecords(
  documentId: string,
  search: string,
): [rows: readonly (RecordRow | undefined)[], need: (first: number, last: number) => void] {
  const [rows, setRows] = useState<readonly (RecordRow | undefined)[]>([]);
  const asked = useRef({ search: '', chunks: new Set<number>() });
  const fetchChunk = (chunk: number): void => {
    if (asked.current.chunks.has(chunk)) return;
    asked.current.chunks.add(chunk);
    const mine = asked.current;
    const parameters = new URLSearchParams({ search, offset: String(chunk * CHUNK), limit: String(CHUNK) });
    ask<RecordPage>(`documents/${encodeURIComponent(documentId)}/records?${parameters}`).then((page) => {
      if (mine !== asked.current) return;
      setRows((before) =>
        Array.from({ length: page.total }, (_, at) => page.rows[at - chunk * CHUNK] ?? before[at]),
      );
    }, showRefusal);
  };
  useEffect(() => {
    asked.current = { search, chunks: new Set() };
    setRows([]);
    fetchChunk(0);
  }, [documentId, search]);
  const need = (first: number, last: number): void => {
    for (let chunk = Math.floor(first / CHUNK); chunk <= Math.floor(last / CHUNK); chunk += 1)
      fetchChunk(chunk);
  };
  return [rows, need];
}
