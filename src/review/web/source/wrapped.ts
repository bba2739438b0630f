import { useMemo } from 'preact/hooks';
import type { TextLine } from '../../api.ts';
import { lineAt } from './lines.ts';

/** What a line's number and the space beside its characters take, in the size of its letters. */
const BESIDE_LETTERS = 5.4;
/** A row may end this much early, in letters: no character is cut in two. */
const SLACK_LETTERS = 1.3;
/** Longer lines are cut before they are shown. */
const MOST_CHARACTERS = 6000;

const pen = document.createElement('canvas').getContext('2d')!;
const widths = new WeakMap<TextLine, { readonly font: string; readonly width: number }>();

/**
 * The row each line begins on where long lines are wrapped, and behind the last one how many rows there are; a line that
 * was not fetched yet is taken for one row. Null where nothing is wrapped.
 */
export function useTops(
  chunks: ReadonlyMap<string, readonly TextLine[]>,
  documentId: string,
  lineCount: number,
  { paneWidth, letter, isWrapped }: { paneWidth: number; letter: number; isWrapped: boolean },
): Float64Array | null {
  return useMemo(() => {
    if (!isWrapped || paneWidth === 0) return null;
    const font = `${letter}px ${getComputedStyle(document.body).fontFamily}`;
    const room = Math.max(letter * 8, paneWidth - letter * (BESIDE_LETTERS + SLACK_LETTERS));
    const tops = new Float64Array(lineCount + 1);
    for (let at = 0; at < lineCount; at += 1) {
      const line = lineAt(chunks, documentId, at + 1);
      const rows = line ? Math.max(1, Math.ceil(widthOf(line, font) / room)) : 1;
      tops[at + 1] = tops[at]! + rows;
    }
    return tops;
  }, [chunks, documentId, lineCount, paneWidth, letter, isWrapped]);
}

function widthOf(line: TextLine, font: string): number {
  const known = widths.get(line);
  if (known?.font === font) return known.width;
  pen.font = font;
  const { width } = pen.measureText(line.text.slice(0, MOST_CHARACTERS).replaceAll('\t', '   '));
  widths.set(line, { font, width });
  return width;
}
