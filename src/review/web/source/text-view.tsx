import { useEffect, useRef, useState } from 'preact/hooks';
import type { Place, TextLine } from '../../api.ts';
import { useStore } from '../state/store.ts';
import { VirtualList } from '../virtual-list.tsx';
import { fetchLines, lineAt, lines } from './lines.ts';
import { MarkedLine, type MarkedPart } from './marked-line.tsx';
import { useWidth } from './use-width.ts';
import { useTops } from './wrapped.ts';

interface TextViewProps {
  readonly documentId: string;
  readonly label: string;
  readonly places: readonly Place[];
  /** the line to bring into sight */
  readonly line: number;
  readonly lineCount: number;
  readonly focus: string;
  readonly zoom: number;
  readonly isWrapped: boolean;
  readonly onCell: ((recordId: string, observationId: string) => void) | null;
}

/** Of a line's height in the size of its letters. */
const LINE_HEIGHT = 1.7;
const LETTER_REM = 0.95;

/** A text report with line numbers; only the lines in sight are drawn. */
export function TextView(props: TextViewProps) {
  const { documentId, label, places, line, lineCount, focus, zoom, isWrapped, onCell } = props;
  const chunks = useStore(lines, (state) => state.chunks);
  const [rem] = useState(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const letter = rem * LETTER_REM * zoom;
  const pane = useRef<HTMLDivElement>(null);
  const paneWidth = useWidth(pane);
  const tops = useTops(chunks, documentId, lineCount, { paneWidth, letter, isWrapped });
  const isThere = lineAt(chunks, documentId, line) !== undefined;
  const rowHeight = Math.round(letter * LINE_HEIGHT);
  const brought = useRef('');
  useEffect(() => fetchLines(documentId, line), [documentId, line]);
  const bringIntoSight = (mark: HTMLElement): void => {
    if (brought.current === focus) return;
    brought.current = focus;
    const pane = mark.closest('.virtual-list');
    if (pane) pane.scrollLeft = 0;
    mark.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  };
  return (
    <div
      class={isWrapped ? 'text-pane is-wrapped' : 'text-pane'}
      ref={pane}
      style={{ fontSize: `${letter}px` }}
    >
      <VirtualList
        label={label}
        count={lineCount}
        rowHeight={rowHeight}
        tops={tops}
        shown={line - 1}
        focus={`${focus}/${isThere}/${isWrapped}`}
        onRange={(first, last) => {
          fetchLines(documentId, first + 1);
          fetchLines(documentId, last + 1);
        }}
        row={(index) => {
          const number = index + 1;
          const fetched = lineAt(chunks, documentId, number);
          return (
            <MarkedLine
              number={number}
              height={rowHeight * (tops ? tops[index + 1]! - tops[index]! : 1)}
              text={fetched?.text ?? ''}
              parts={partsOn(places, documentId, number, fetched?.cells ?? [])}
              cells={fetched?.cells ?? []}
              onMark={number === line ? bringIntoSight : null}
              onCell={onCell}
            />
          );
        }}
      />
    </div>
  );
}

/** What is marked on a line; a place that does not say its columns is found among the line's own cells. */
function partsOn(
  places: readonly Place[],
  documentId: string,
  line: number,
  own: TextLine['cells'],
): MarkedPart[] {
  const here = places.filter((place) => place.documentId === documentId);
  const headers = here.flatMap((place) =>
    place.headers.map((header) => ({ ...header, kind: 'header' as const })),
  );
  const cells = here.map((place) => ({
    ...place,
    kind: place === places[0] ? ('suspect' as const) : ('compared' as const),
    columns:
      place.columns ??
      own.find(({ observationId }) => observationId === place.observationId)?.columns ??
      null,
  }));
  return [...cells, ...headers].flatMap(({ kind, line: at, columns }) =>
    at === line && columns ? [{ kind, start: columns[0], end: columns[1] }] : [],
  );
}
