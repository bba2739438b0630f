import type { DrawnPage, GlyphRun } from '../../model/index.ts';

/** A raised mark is at most this share of the size of the word it stands behind; word processors set 0.65. */
const RAISED_SIZE = 0.85;
/** Between a word and its mark there is at most this share of the word's size. */
const NEAR = 0.6;
const MARK = /^\s*[(\uFF08]?\s*[※＊*注][0-9\uFF10-\uFF19①-⑳,、・※＊*注\s]{0,8}[)\uFF09]?\s*$/u;

/**
 * Sets footnote marks drawn small and raised on the line of the word they stand behind, so that both are one text.
 *
 *       ※1
 *     88          88※1
 */
export function withMarksLowered(page: DrawnPage): DrawnPage {
  const marks = page.runs.filter((run) => !run.isVertical && MARK.test(run.text));
  if (marks.length === 0) return page;
  const lowered = new Map(
    marks.flatMap((mark) => {
      const word = page.runs.find((run) => standsBehind(mark, run));
      return word === undefined ? [] : [[mark, onLineOf(word, mark)]];
    }),
  );
  return lowered.size === 0 ? page : { ...page, runs: page.runs.map((run) => lowered.get(run) ?? run) };
}

function standsBehind(mark: GlyphRun, { box, size, isVertical }: GlyphRun): boolean {
  const [x0, top, , bottom] = mark.box;
  return (
    !isVertical &&
    mark.size <= size * RAISED_SIZE &&
    Math.abs(x0 - box[2]) <= NEAR * size &&
    top < box[3] &&
    bottom > box[1] &&
    top + bottom <= box[1] + box[3]
  );
}

const onLineOf = ({ box }: GlyphRun, mark: GlyphRun): GlyphRun => ({
  ...mark,
  box: [mark.box[0], box[1], mark.box[2], box[3]],
});
