import { useMemo, useState } from 'preact/hooks';
import type { Box } from '../../../model/index.ts';
import type { PageCells } from '../../api.ts';
import type { Marks } from './marks.ts';
import { type Size, type Turn, turnedBox, turnedSize } from './turn.ts';

type CellOnPage = PageCells['cells'][number];

interface BoxesProps {
  readonly size: Size;
  readonly turn: Turn;
  readonly scale: number;
  readonly marks: Marks;
  readonly cells: readonly CellOnPage[];
  readonly onCell: ((cell: CellOnPage) => void) | null;
}

/**
 * What is boxed on a page, over its picture. All value cells are one path, and the one under the pointer is found by its
 * place: seven hundred of them cost as much as one. Who cannot point finds the same cells as rows of the list of values.
 */
export function Boxes({ size, turn, scale, marks, cells, onCell }: BoxesProps) {
  const [pointed, setPointed] = useState<CellOnPage | null>(null);
  const { width, height } = turnedSize(size, turn);
  const placed = useMemo(
    () => cells.map((cell) => ({ cell, box: turnedBox(cell.box, size, turn) })),
    [cells, size, turn],
  );
  const outline = useMemo(() => placed.map(({ box }) => outlineOf(box)).join(''), [placed]);
  const under = (event: MouseEvent): CellOnPage | null => {
    const frame = (event.currentTarget as Element).getBoundingClientRect();
    const x = (event.clientX - frame.left) / scale;
    const y = (event.clientY - frame.top) / scale;
    return placed.find(({ box: [x0, y0, x1, y1] }) => x >= x0 && x <= x1 && y >= y0 && y <= y1)?.cell ?? null;
  };
  const drawn = (kind: string, boxes: readonly Box[]) =>
    boxes.map((box) => {
      const [x0, y0, x1, y1] = turnedBox(box, size, turn);
      return (
        <rect
          key={`${kind}${box.join()}`}
          class={`mark ${kind}`}
          x={x0}
          y={y0}
          width={x1 - x0}
          height={y1 - y0}
        />
      );
    });
  return (
    <svg
      class={pointed && onCell ? 'boxes can-click' : 'boxes'}
      aria-hidden="true"
      width={width * scale}
      height={height * scale}
      viewBox={`0 0 ${width} ${height}`}
      onMouseMove={(event) => setPointed(under(event))}
      onMouseLeave={() => setPointed(null)}
      onClick={(event) => {
        const cell = under(event);
        if (cell) onCell?.(cell);
      }}
    >
      <path class="cells" d={outline} />
      {pointed && onCell && <path class="pointed" d={outlineOf(turnedBox(pointed.box, size, turn))} />}
      {drawn('header', marks.headers)}
      {drawn('compared', marks.compared)}
      {drawn('suspect', marks.suspect)}
    </svg>
  );
}

const outlineOf = ([x0, y0, x1, y1]: Box): string => `M${x0} ${y0}H${x1}V${y1}H${x0}Z`;
