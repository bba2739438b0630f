import type { Box, Observation } from '../../model/index.ts';
import { filled, framed, type Mark } from './mark.ts';
import type { PageSeen, SeenCell } from './page-seen.ts';
import { DOUBT_WORDS, type Lettering, MEASURE_WORDS, wordIn } from './words.ts';

export const COLORS = {
  rule: '#1565c0',
  header: 'rgba(255, 179, 0, 0.32)',
  data: 'rgba(67, 160, 71, 0.16)',
  span: '#7b1fa2',
  heading: '#00838f',
  value: '#1b5e20',
  doubt: '#d50000',
} as const;
const LABEL_GROUND = 'rgba(255, 255, 255, 0.75)';

/** Height of the type of labels, in points: readable at two pixels a point, small enough for a table's row. */
const LABEL_POINTS = 4.5;
/** A value's frame stands this far inside its cell, so that the rules around it stay to be seen. */
const INSET_POINTS = 1.2;
/** Its label begins this far above the cell, so that it hides the rule rather than the text. */
const LABEL_RISE_POINTS = 1.5;
const HEADING_BAR_POINTS = 2;

/** The marks that show on a page what the program saw, the lowest first. */
export function marksOf(seen: PageSeen, lettering: Lettering): Mark[] {
  return [
    ...seen.cells.map(({ box, role }) => filled(box, COLORS[role])),
    ...seen.rules.map(
      ({ x0, y0, x1, y1 }): Mark => ({
        kind: 'line',
        from: [x0, y0],
        to: [x1, y1],
        stroke: COLORS.rule,
        pen: 0.8,
      }),
    ),
    ...seen.cells.flatMap(spanMark),
    ...seen.headings.flatMap(headingMarks),
    ...valueMarks(seen.values, lettering),
    ...doubtMarks(seen, lettering),
  ];
}

/** A cell over several rows or columns says over how many, at its lower right. */
function spanMark({ box, rowSpan, columnSpan }: SeenCell): Mark[] {
  if (rowSpan === 1 && columnSpan === 1) return [];
  const at = [box[2] - 1, box[3] - LABEL_POINTS - 1.5] as const;
  return [label(`${rowSpan}×${columnSpan}`, at, 'right', COLORS.span)];
}

function headingMarks({ box: [x0, y0, x1, y1], depth }: PageSeen['headings'][number]): Mark[] {
  return [
    filled([x0 - HEADING_BAR_POINTS - 1, y0, x0 - 1, y1], COLORS.heading),
    framed([x0 - 1, y0, x1 + 1, y1], COLORS.heading, 0.6),
    label(`h${depth + 1}`, [x0 - HEADING_BAR_POINTS - 2, y0], 'right', COLORS.heading),
  ];
}

/** A frame a cell with values, and its values' labels under each other from the top left. */
function valueMarks(values: readonly Observation[], lettering: Lettering): Mark[] {
  const byCell = new Map<string, { box: Box; labels: string[] }>();
  for (const value of values) {
    const { box } = value.provenance;
    if (box === null) continue;
    const key = box.join(' ');
    const cell = byCell.get(key) ?? { box, labels: [] };
    cell.labels.push(labelOf(value, lettering));
    byCell.set(key, cell);
  }
  return [...byCell.values()].flatMap(({ box, labels }) => {
    const [x0, y0, x1, y1] = box;
    const frame: Box = [x0 + INSET_POINTS, y0 + INSET_POINTS, x1 - INSET_POINTS, y1 - INSET_POINTS];
    return [
      framed(frame, COLORS.value, 0.7),
      ...labels.map((text, i) =>
        label(text, [x0, y0 - LABEL_RISE_POINTS + i * LABEL_POINTS], 'left', COLORS.value),
      ),
    ];
  });
}

/** What is measured and when: 実績値 R5, actual R5; without Japanese type the year it begins in. */
function labelOf({ measure, timePeriod }: Observation, lettering: Lettering): string {
  const word = wordIn(MEASURE_WORDS[measure], lettering);
  if (timePeriod === null) return word;
  const { label: printed, start } = timePeriod;
  const canBeDrawn = lettering.hasJapanese || /^[ -~]*$/u.test(printed);
  return `${word} ${canBeDrawn ? printed : start.slice(0, 4)}`;
}

/** A doubt without a place is about the page as a whole. */
function doubtMarks({ doubts, width, height }: PageSeen, lettering: Lettering): Mark[] {
  return doubts.flatMap(({ kind, box }) => {
    const [x0, y0, x1, y1] = box ?? [1, 1, width - 1, height - 1];
    const word = wordIn(DOUBT_WORDS[kind], lettering);
    return [framed([x0, y0, x1, y1], COLORS.doubt, 1.2), label(word, [x1, y0 + 0.6], 'right', COLORS.doubt)];
  });
}

const label = (
  text: string,
  at: readonly [number, number],
  anchor: 'left' | 'right',
  color: string,
): Mark => ({
  kind: 'text',
  text,
  at,
  anchor,
  size: LABEL_POINTS,
  color,
  ground: LABEL_GROUND,
});
