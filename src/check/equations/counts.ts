import type { Observation, Record } from '../../model/index.ts';
import { foldText, splitNumber, stripSpaces } from '../../normalize/index.ts';
import type { ReportView } from '../report-view.ts';
import { believe } from './believe.ts';
import { type Believed, type Cell, cellOf, type Equation, partCell } from './equation.ts';
import { isCounted, isTotal } from './words.ts';

/** A row of a count table: how many things it counts, and how many of each mark. */
export interface Tally {
  readonly record: Record;
  readonly name: string;
  /** headings above the row, innermost last */
  readonly path: readonly string[];
  readonly total: Cell | null;
  readonly marks: ReadonlyMap<string, Cell>;
}

/** ○ 〇 ◯, － — -: one mark each. Null for what is no mark. */
export function markOf(text: string | null): string | null {
  const folded = stripSpaces(foldText(text ?? ''));
  if (/^[-ー—–−]$/u.test(folded)) return '－';
  if (/^[○〇◯]$/u.test(folded)) return '○';
  return /^(?:[◎△▲×✕☓]|[A-ES][+-]?)$/u.test(folded) ? folded.replace(/[✕☓]/u, '×') : null;
}

/** The rows of count tables, in the report's order. Linear in observations. */
export function talliesOf(view: ReportView): Tally[] {
  return view.records.flatMap((record) => {
    const observations = record.observations.flatMap((id) => view.byId.get(id) ?? []);
    if (!observations.some(({ measure }) => measure === 'count')) return [];
    const marks = new Map<string, Cell>();
    let total: Cell | null = null;
    for (const observation of observations) {
      for (const [mark, cell] of marksIn(observation)) if (!marks.has(mark)) marks.set(mark, cell);
      if (
        marksIn(observation).length === 0 &&
        (isCounted(headOf(observation)) || isTotal(headOf(observation)))
      )
        total ??= cellOf(observation);
    }
    if (marks.size === 0) return [];
    return [{ record, name: record.type === 'sheet' ? '' : record.name, path: record.path, total, marks }];
  });
}

const headOf = ({ indicator, provenance }: Observation): string =>
  markOf(indicator) === null ? (provenance.headers[0] ?? indicator) : indicator;

function marksIn(observation: Observation): [string, Cell][] {
  if (observation.kind === 'rating') {
    const mark = markOf(observation.raw);
    // a lone mark in a count table counts one
    const one = {
      key: observation.id,
      observation,
      part: null,
      value: 1,
      precision: 0,
      raw: observation.raw,
    };
    return mark === null ? [] : [[mark, one]];
  }
  if (observation.measure !== 'count') return [];
  if (observation.kind === 'compound')
    return observation.parts.flatMap(({ label }, index): [string, Cell][] => {
      const mark = markOf(label);
      const cell = partCell(observation, index);
      return mark === null || cell === null ? [] : [[mark, cell]];
    });
  const mark = markOf(observation.note) ?? markOf(observation.indicator);
  const cell = cellOf(observation);
  return mark === null || cell === null ? [] : [[mark, cell]];
}

/** What a row counts against its marks (KPI数 11: ○3 △2 ×6), and a goal's rows against the goal in the summary. */
export function countsOf(tallies: readonly Tally[]): Believed[] {
  const rows = tallies.flatMap(({ total, marks }): Equation[] =>
    total === null || isTotal(total.observation.indicator)
      ? []
      : [equation(total, [...marks.values()], 'counts: marks of a row')],
  );
  return [...believe(rows, 2), ...believe(goalSums(tallies), 3)];
}

function goalSums(tallies: readonly Tally[]): Equation[] {
  const summaries = tallies.filter(({ total }) => total !== null && isTotal(total.observation.indicator));
  const isSummary = new Set(summaries);
  const details = tallies.filter((tally) => !isSummary.has(tally));
  const marks = new Set(tallies.flatMap((tally) => [...tally.marks.keys()]));
  const byHeading = new Map<string, Tally[]>();
  for (const detail of details)
    for (const heading of new Set(detail.path.map(coreOf))) {
      const list = byHeading.get(heading);
      if (list === undefined) byHeading.set(heading, [detail]);
      else list.push(detail);
    }
  return uniqueByName(summaries).flatMap((summary): Equation[] => {
    const rows = byHeading.get(coreOf(summary.name));
    if (rows === undefined) return [];
    const family = 'counts: rows of a goal';
    const counted = rows.flatMap(({ total }) => total ?? []);
    const whole =
      summary.total !== null && counted.length === rows.length
        ? [equation(summary.total, counted, family)]
        : [];
    const each = [...marks].flatMap((mark): Equation[] => {
      const result = summary.marks.get(mark);
      const cells = rows.flatMap((row) => row.marks.get(mark) ?? []);
      return result === undefined || (cells.length === 0 && result.value === 0)
        ? []
        : [equation(result, cells, family)];
    });
    return [...whole, ...each];
  });
}

/** Rows whose title no other row has: of two of one name, nobody knows which the others belong to. */
export function uniqueByName(tallies: readonly Tally[]): Tally[] {
  const byName = Map.groupBy(tallies, ({ name }) => coreOf(name));
  return [...byName.values()].flatMap((same) => (same.length === 1 ? same : []));
}

/** A title without its number: 【基本目標1】しごとをつくる, 1 しごとをつくる → しごとをつくる. */
export function coreOf(title: string): string {
  return stripSpaces(foldText(splitNumber(title).rest)).replace(/[、。・,.:]/gu, '');
}

function equation(result: Cell, cells: readonly Cell[], family: string): Equation {
  return {
    rule: 'count-total',
    result,
    terms: cells.map((cell) => ({ cell, factor: 1 })),
    family,
    says: { ja: '件数は内訳の和', en: 'the count is the sum of its parts' },
  };
}
