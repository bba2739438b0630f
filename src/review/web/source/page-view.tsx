import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Box } from '../../../model/index.ts';
import { showRefusal } from '../state/notice.ts';
import { Boxes } from './boxes.tsx';
import { cellsOf, type PageFacts } from './cells.ts';
import type { Marks } from './marks.ts';
import { PagePicture } from './page-picture.tsx';
import { scaleOf, type Zoom } from './scale.ts';
import { type Turn, turnedBox, turnedSize } from './turn.ts';
import { useWidth } from './use-width.ts';

interface PageViewProps {
  readonly documentId: string;
  readonly source: 'pdf' | 'image';
  readonly page: number;
  readonly label: string;
  readonly zoom: Zoom;
  readonly turn: Turn;
  readonly marks: Marks;
  /** changes when the suspect is to be brought into sight again */
  readonly focus: string;
  readonly showsCells: boolean;
  readonly onScale: (scale: number) => void;
  readonly onCell: ((recordId: string, observationId: string) => void) | null;
}

/** A page of a PDF or a picture with its boxes, in a pane of its own that scrolls. */
export function PageView(props: PageViewProps) {
  const { documentId, source, page, label, zoom, turn, marks, focus, showsCells, onScale, onCell } = props;
  const pane = useRef<HTMLDivElement>(null);
  const width = useWidth(pane);
  const cells = useCells(documentId, source, page);
  const rotation = cells?.rotation ?? 0;
  const scale = cells && width > 0 ? scaleOf(turnedSize(cells, turn), width, zoom) : null;
  const [suspect] = [...marks.suspect, ...marks.compared];
  useLayoutEffect(() => {
    if (scale !== null) onScale(scale);
  }, [scale]);
  useLayoutEffect(() => {
    if (cells && scale !== null && suspect && pane.current)
      bringIntoSight(pane.current, turnedBox(suspect, cells, turn), scale);
  }, [cells, scale, turn, focus]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls has to be reached by keyboard
    <section class="page-pane" ref={pane} tabIndex={0} aria-label={label} data-own-arrows="">
      {cells && scale !== null && (
        <div class="sheet">
          <PagePicture {...{ documentId, source, page, rotation, size: cells, turn, scale }} />
          <Boxes
            {...{ size: cells, turn, scale, marks, cells: showsCells ? cells.cells : [] }}
            onCell={onCell && (({ recordId, observationId }) => onCell(recordId, observationId))}
          />
        </div>
      )}
    </section>
  );
}

/** The cells of the page that is wanted; null while they are fetched. */
function useCells(documentId: string, source: 'pdf' | 'image', page: number): PageFacts | null {
  const [fetched, setFetched] = useState<{ readonly of: string; readonly cells: PageFacts } | null>(null);
  const of = `${documentId}/${page}`;
  useEffect(() => {
    let isWanted = true;
    cellsOf(documentId, source, page).then(
      (cells) => isWanted && setFetched({ of, cells }),
      (error) => isWanted && showRefusal(error),
    );
    return () => {
      isWanted = false;
    };
  }, [of]);
  return fetched?.of === of ? fetched.cells : null;
}

/** Scrolls so that a box stands in the middle, or at the left edge where it is wider than the pane. */
function bringIntoSight(pane: HTMLElement, [x0, y0, x1, y1]: Box, scale: number): void {
  const wide = Math.min((x1 - x0) * scale, pane.clientWidth);
  const high = Math.min((y1 - y0) * scale, pane.clientHeight);
  pane.scrollTo({
    left: x0 * scale + wide / 2 - pane.clientWidth / 2,
    top: y0 * scale + high / 2 - pane.clientHeight / 2,
    behavior: 'instant',
  });
}
