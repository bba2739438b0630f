import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DocumentRow, Place } from '../../api.ts';
import { useWords } from '../words/words.ts';
import { hearSource } from './commands.ts';
import { marksOn } from './marks.ts';
import { PageView } from './page-view.tsx';
import { type Zoom, zoomed } from './scale.ts';
import { TextView } from './text-view.tsx';
import { Toolbar } from './toolbar.tsx';
import { nextTurn, type Turn } from './turn.ts';

interface PlacePaneProps {
  /** the place to look at */
  readonly place: Place;
  /** all that is marked, the suspect first */
  readonly places: readonly Place[];
  readonly document: DocumentRow | undefined;
  readonly label: string;
  readonly showsCells: boolean;
  readonly onCell: ((recordId: string, observationId: string) => void) | null;
}

const READABLE: Zoom = { kind: 'readable' };

/** A place in its source, with what can be done to see it better. */
export function PlacePane({ place, places, document, label, showsCells, onCell }: PlacePaneProps) {
  const words = useWords();
  const [page, setPage] = useState(place.page);
  const [zoom, setZoom] = useState<Zoom>(READABLE);
  const [textZoom, setTextZoom] = useState(1);
  const [isWrapped, setIsWrapped] = useState(true);
  const [turn, setTurn] = useState<Turn>(0);
  const [looks, setLooks] = useState(0);
  const scale = useRef(1);
  const at = `${place.documentId}/${place.page}/${place.line}/${place.box?.join()}`;
  const [wasAt, setWasAt] = useState(at);
  if (wasAt !== at) {
    setWasAt(at);
    setPage(place.page);
    setTurn(0);
  }
  const pages = document?.pages ?? place.page;
  const isText = place.source === 'text';
  const onPage = (steps: 1 | -1): void => {
    if (!isText) setPage((now) => Math.min(pages, Math.max(1, now + steps)));
  };
  const onZoom = (way: 1 | -1): void => {
    if (isText) setTextZoom((now) => Math.min(3, Math.max(0.6, way === 1 ? now * 1.15 : now / 1.15)));
    else setZoom(zoomed(scale.current, way));
  };
  const onFit = (): void => {
    if (isText) setIsWrapped((now) => !now);
    setZoom((now) => (now.kind === 'width' ? READABLE : { kind: 'width' }));
  };
  const onTurn = (): void => setTurn(nextTurn);
  const onMark = (): void => {
    setPage(place.page);
    setLooks((count) => count + 1);
  };
  useEffect(() => hearSource({ onPage, onZoom, onFit, onTurn }));
  const marks = useMemo(() => marksOn(places, place.documentId, page), [places, place.documentId, page]);
  const focus = `${at}/${looks}`;
  return (
    <div class="place-pane">
      <Toolbar
        title={place.documentTitle}
        page={isText ? null : page}
        {...{ pages, canTurn: !isText, onPage, onZoom, onFit, onTurn, onMark }}
      />
      {document && !document.hasSource && !isText && <p class="no-source">{words.noSource}</p>}
      {place.source === 'text' ? (
        <TextView
          {...{ documentId: place.documentId, label, places, focus, onCell }}
          line={place.line ?? 1}
          lineCount={document?.lines ?? place.line ?? 1}
          zoom={textZoom}
          isWrapped={isWrapped}
        />
      ) : (
        <PageView
          {...{ documentId: place.documentId, source: place.source, page, label, zoom, turn, marks, focus }}
          {...{ showsCells, onCell }}
          onScale={(now) => {
            scale.current = now;
          }}
        />
      )}
    </div>
  );
}
