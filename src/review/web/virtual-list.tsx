import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  readonly rowHeight: number;
  readonly row: (index: number) => ComponentChildren;
  /** where rows are of several heights: the top of each, and behind the last one of all, in units of `rowHeight` */
  readonly tops?: Float64Array | null;
  /** the row to keep in sight; brought there when it or `focus` changes */
  readonly shown?: number;
  readonly focus?: string;
  readonly onRange?: (first: number, last: number) => void;
  /** given: a list to choose from, and the id of the row that is chosen */
  readonly chosenId?: string | null;
}

/** Rows drawn beyond those in sight. */
const BEYOND = 6;
/** Browsers lay out no element higher than some thirty million pixels; beyond this the list is scrolled in larger steps. */
const MOST_PIXELS = 8_000_000;

/** A list of rows of one height of which only those in sight are drawn. */
export function VirtualList(props: VirtualListProps) {
  const { label, count, rowHeight, row, tops = null, shown, focus, onRange, chosenId } = props;
  const pane = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 600 });
  const topOf = (index: number): number => (tops ? tops[Math.min(index, count)]! : index) * rowHeight;
  const whole = topOf(count);
  const pace = whole > MOST_PIXELS ? (whole - seen.height) / (MOST_PIXELS - seen.height) : 1;
  const look = (): void => {
    // a scroll that was under way is told even when the list is gone
    if (pane.current === null) return;
    const { scrollTop, clientHeight } = pane.current;
    setSeen({ top: scrollTop, height: clientHeight });
  };
  useLayoutEffect(() => {
    const observer = new ResizeObserver(look);
    observer.observe(pane.current!);
    look();
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (shown === undefined || shown < 0 || shown >= count) return;
    const { scrollTop, clientHeight } = pane.current!;
    const top = topOf(shown);
    const height = topOf(shown + 1) - top;
    const isInSight = top >= scrollTop * pace && top + height <= scrollTop * pace + clientHeight;
    if (!isInSight) pane.current!.scrollTop = Math.max(0, top - clientHeight / 2 + height / 2) / pace;
    look();
  }, [shown, focus, rowHeight, count]);
  const top = seen.top * pace;
  const indexAt = (pixel: number): number =>
    tops ? lastAtMost(tops, pixel / rowHeight) : Math.floor(pixel / rowHeight);
  const first = Math.max(0, indexAt(top) - BEYOND);
  const last = Math.min(count - 1, indexAt(top + seen.height) + 1 + BEYOND);
  useLayoutEffect(() => {
    if (count > 0) onRange?.(first, last);
  }, [first, last, count]);
  const offset = topOf(first) - top + seen.top;
  const isChoice = chosenId !== undefined;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a listbox or a group, both of which take them
    <div
      class="virtual-list"
      ref={pane}
      onScroll={look}
      tabIndex={0}
      role={isChoice ? 'listbox' : 'group'}
      aria-label={label}
      aria-activedescendant={chosenId ?? undefined}
      data-own-arrows={isChoice ? undefined : ''}
    >
      <div class="virtual-height" role="presentation" style={{ height: `${Math.min(whole, MOST_PIXELS)}px` }}>
        <div class="virtual-rows" role="presentation" style={{ transform: `translateY(${offset}px)` }}>
          {Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => row(first + at))}
        </div>
      </div>
    </div>
  );
}

/** The last place of an ascending list whose value is at most a value. */
function lastAtMost(values: Float64Array, value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (values[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
