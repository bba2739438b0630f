import type { Observation } from '../model/index.ts';
import words from './measure-words.json' with { type: 'json' };
import type { Row } from './report-view.ts';
import type { Bilingual, Found } from './rule.ts';

export const speaks = ({ kind }: Observation): boolean => kind !== 'missing';

/** Cells of a row by the line of the table they are printed in: a long table has a line a year. */
function linesOf(row: Row): Observation[][] {
  const own = row.observations.filter(({ measure }) => measure !== 'baseline');
  return [...Map.groupBy(own, ({ provenance: { table, row: line } }) => `${table} ${line}`).values()];
}

const of = (line: readonly Observation[], measure: Observation['measure']): Observation[] => {
  const rating = line.find((own) => own.measure === 'rating')?.timePeriod?.end;
  // 基準値⇒R1目標値 stands in the first line of a long table, but is for its last year
  return line.filter(
    (own) =>
      own.measure === measure &&
      (rating === undefined || own.timePeriod === null || own.timePeriod.end === rating),
  );
};

/** Marks beside no result, and marks beside a result but no target. */
export function unfoundedMarks(row: Row): Found[] {
  const lacks = (measure: Observation['measure']): Observation[] =>
    linesOf(row).flatMap((line) => {
      const marks = line.filter(({ kind }) => kind === 'rating');
      const cells = of(line, measure);
      return marks.length > 0 && cells.length > 0 && !cells.some(speaks) ? [marks[0]!] : [];
    });
  const noValue = lacks('actual');
  const noTarget = lacks('target').filter((mark) => !noValue.includes(mark));
  const list = (marks: readonly Observation[], comma: string): string =>
    marks.map((mark) => `${nameOf(mark)} ${mark.raw}`).join(comma);
  return [
    ...(noValue.length === 0
      ? []
      : [
          missingFound(row, noValue, [], 0.75, {
            ja: `実績値がないのに評価があります: ${list(noValue, '、')}`,
            en: `Rated without a result: ${list(noValue, ', ')}.`,
          }),
        ]),
    ...(noTarget.length === 0
      ? []
      : [
          missingFound(row, noTarget, [], 0.65, {
            ja: `目標値がないのに評価があります: ${list(noTarget, '、')}`,
            en: `Rated without a target: ${list(noTarget, ', ')}.`,
          }),
        ]),
  ];
}

/** Target and result are there, and — stands where other years have a mark. */
export function unmarked(row: Row): Found[] {
  const lines = linesOf(row).filter((line) => {
    const [target, actual, rating] = (['target', 'actual', 'rating'] as const).map((measure) =>
      of(line, measure).at(-1),
    );
    // nothing was planned and nothing done: there is nothing to judge
    const isIdle = target?.value === 0 && actual?.value === 0;
    return (
      target?.kind === 'quantity' && actual?.kind === 'quantity' && rating?.kind === 'missing' && !isIdle
    );
  });
  if (lines.length === 0) return [];
  const marks = lines.map((line) => of(line, 'rating')[0]!);
  const figures = lines.map((line) => {
    const actual = of(line, 'actual').at(-1)!;
    return { actual: `${nameOf(actual)} ${actual.raw}`, target: of(line, 'target')[0]!.raw };
  });
  const ja = figures.map(({ actual, target }) => `${actual}（目標 ${target}）`);
  const en = figures.map(({ actual, target }) => `${actual} (target ${target})`);
  return [
    missingFound(
      row,
      marks,
      lines.flatMap((line) => [...of(line, 'actual'), ...of(line, 'target')]),
      0.5,
      {
        ja: `目標値と実績値があるのに評価がありません: ${ja.join('、')}`,
        en: `Target and result are there, but no rating: ${en.join(', ')}.`,
      },
    ),
  ];
}

/** R2 実績値: a cell by its year and measure. */
export function cellName(cell: Observation, language: 0 | 1): string {
  const year = cell.timePeriod?.label ?? '';
  return `${year} ${words[cell.measure][language]}`.trim();
}

const nameOf = ({ timePeriod, provenance, measure }: Observation): string =>
  timePeriod?.label ?? provenance.headers[0] ?? measure;

/** One finding on a row: the cells in question first. */
export function missingFound(
  row: Row,
  suspects: Observation[],
  others: Observation[],
  confidence: number,
  message: Bilingual,
): Found {
  return {
    severity: 'warning',
    confidence,
    message: { ja: `「${row.indicator}」: ${message.ja}`, en: `"${row.indicator}": ${message.en}` },
    observations: [...suspects, ...others],
    evidence: Object.fromEntries(suspects.map((cell) => [`${cell.measure} ${nameOf(cell)}`, cell.raw])),
    compared: [row.indicator, message.ja],
  };
}
