import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { TextLine } from '../../api.ts';
import { useWords } from '../words/words.ts';

/** A part of a line to be boxed, in code points. */
export interface MarkedPart {
  readonly kind: 'suspect' | 'compared' | 'header' | 'cell';
  readonly start: number;
  readonly end: number;
  readonly cell?: { readonly recordId: string; readonly observationId: string };
}

interface MarkedLineProps {
  readonly number: number;
  /** in pixels */
  readonly height: number;
  readonly text: string;
  readonly parts: readonly MarkedPart[];
  readonly cells: TextLine['cells'];
  /** told the first mark of the line once it is drawn */
  readonly onMark: ((mark: HTMLElement) => void) | null;
  readonly onCell: ((recordId: string, observationId: string) => void) | null;
}

/** Longer lines are shown around what is marked in them. */
const MOST_CHARACTERS = 6000;
const AROUND = 2000;

/** A line of a text report: its number, and its characters with the cells boxed. */
export function MarkedLine({ number, height, text, parts, cells, onMark, onCell }: MarkedLineProps) {
  const words = useWords();
  const points = useMemo(() => Array.from(text), [text]);
  const values = cells.map(
    ({ columns: [start, end], ...cell }): MarkedPart => ({ kind: 'cell', start, end, cell }),
  );
  const [from, to] = inView(points.length, parts);
  const line = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const mark =
      line.current?.querySelector<HTMLElement>('.suspect') ??
      line.current?.querySelector<HTMLElement>('.compared');
    if (mark) onMark?.(mark);
  });
  return (
    <div
      ref={line}
      style={{ height: `${height}px` }}
      class={parts.some(({ kind }) => kind === 'suspect') ? 'text-line has-suspect' : 'text-line'}
    >
      <span class="line-number">{number}</span>
      <span class="line-text">
        {from > 0 && <i>{words.leftOut(from)}</i>}
        {pieces(from, to, [...parts, ...values]).map(({ start, end, part }) => {
          const characters = points.slice(start, end).join('');
          if (!part) return characters;
          const cell = part.cell ?? values.find((value) => value.start === part.start)?.cell;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the same cells are buttons in the list of values
            <span
              key={start}
              class={`mark ${part.kind}`}
              onClick={() => cell && onCell?.(cell.recordId, cell.observationId)}
            >
              {characters}
            </span>
          );
        })}
        {to < points.length && <i>{words.leftOut(points.length - to)}</i>}
      </span>
    </div>
  );
}

function inView(length: number, parts: readonly MarkedPart[]): [from: number, to: number] {
  if (length <= MOST_CHARACTERS) return [0, length];
  const at = parts[0]?.start ?? 0;
  const from = Math.max(0, at - AROUND);
  return [from, Math.min(length, from + MOST_CHARACTERS)];
}

/** The line cut where marks begin and end; of marks on the same characters the first one wins. */
function pieces(from: number, to: number, parts: readonly MarkedPart[]) {
  const taken: MarkedPart[] = [];
  for (const part of parts) {
    const isFree = taken.every(({ start, end }) => part.end <= start || part.start >= end);
    if (isFree && part.end > part.start && part.start >= from && part.start < to) taken.push(part);
  }
  taken.sort((a, b) => a.start - b.start);
  const cut: { start: number; end: number; part: MarkedPart | null }[] = [];
  let at = from;
  for (const part of taken) {
    if (part.start > at) cut.push({ start: at, end: part.start, part: null });
    const end = Math.min(part.end, to);
    cut.push({ start: part.start, end, part });
    at = end;
  }
  if (at < to) cut.push({ start: at, end: to, part: null });
  return cut;
}
