import type { Observation } from '../../model/index.ts';
import { circledIn } from '../../normalize/index.ts';
import type { ReportView, Row } from '../report-view.ts';
import type { Found } from '../rule.ts';
import { coreOf, markOf, type Tally, uniqueByName } from './counts.ts';
import { isTotal } from './words.ts';

/** Likeness of two titles of one measure: 結婚から子育て… and 結婚から出産… under ⑨. */
const LIKENESS = 0.55;
/** Tallies that must agree with the sheets before another one that does not says anything. */
const LEAST_AGREEING = 3;
const SHARE = 2 / 3;
/** Rows whose last mark can be read two ways: more of them and anything agrees. */
const MOST_OPEN = 8;

interface Counted {
  readonly tally: Tally;
  readonly ratings: readonly Observation[];
  readonly marks: ReadonlyMap<string, number>;
  readonly agrees: boolean;
}

/**
 * Counts of a summary against the marks that stand in the sheets.
 *
 *     ① … | KPI数 12 | ○ 9 | × 3          12 sheets under ①: ○ 8, × 4
 *                       ^^^^^^^^^
 */
export function marksAgainstSheets(
  view: ReportView,
  tallies: readonly Tally[],
): { checked: number; found: Found[] } {
  const rows = ratedRows(view, tallies);
  const details = tallies.filter(({ total }) => total === null || !isTotal(total.observation.indicator));
  const counted = uniqueByName(details.length > 0 ? details : tallies).flatMap((tally): Counted[] => {
    const own = rows.get(circledIn(tally.name) ?? coreOf(tally.name)) ?? [];
    const under = own.filter(({ heading }) => isAlike(coreOf(heading), coreOf(tally.name)));
    return isTotal(tally.name) || under.length === 0 ? [] : [countUnder(tally, under)];
  });
  const agreeing = counted.filter(({ agrees }) => agrees).length;
  const isBelieved = agreeing >= LEAST_AGREEING && agreeing >= counted.length * SHARE;
  const found = counted
    .filter(({ agrees }) => !agrees)
    .map((each) => findingOf(each, carriedTo(each.tally, tallies), agreeing, counted.length));
  return isBelieved ? { checked: counted.length, found } : { checked: 0, found: [] };
}

interface Rated {
  readonly heading: string;
  readonly row: Row;
}

/** Rows with marks, by the number or the words of each heading they stand under. */
function ratedRows(view: ReportView, tallies: readonly Tally[]): Map<string, Rated[]> {
  const own = new Set(tallies.map(({ record }) => record.id));
  const rows = new Map<string, Rated[]>();
  for (const row of view.rows) {
    const isGoal = row.record.type === 'indicator' && row.record.level === 'goal';
    if (row.ratings.length === 0 || isGoal || own.has(row.record.id)) continue;
    for (const heading of row.record.path) {
      const key = circledIn(heading) ?? coreOf(heading);
      const list = rows.get(key);
      if (list === undefined) rows.set(key, [{ heading, row }]);
      else list.push({ heading, row });
    }
  }
  return rows;
}

function isAlike(a: string, b: string): boolean {
  const pairs = (text: string): Set<string> =>
    new Set([...text].slice(1).map((c, index) => [...text][index]! + c));
  const [left, right] = [pairs(a), pairs(b)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return a === b || (2 * shared) / Math.max(1, left.size + right.size) >= LIKENESS;
}

/** The last year's mark of each row; where that is a dash or blank, the last mark given may be meant as well. */
function countUnder(tally: Tally, under: readonly Rated[]): Counted {
  const marks = new Map<string, number>();
  const open: (string | null)[][] = [];
  const ratings: Observation[] = [];
  for (const { row } of under) {
    const last = row.ratings.at(-1)!;
    const given = row.ratings.findLast(({ kind }) => kind === 'rating');
    const first = markOf(last.raw);
    const other = given === undefined ? null : markOf(given.raw);
    if (first === other && first !== null) ratings.push(last);
    if (first === null || (other !== null && other !== first)) open.push([first, other]);
    if (first !== null) marks.set(first, (marks.get(first) ?? 0) + 1);
  }
  return { tally, ratings, marks, agrees: open.length > MOST_OPEN || canAgree(tally, marks, open) };
}

function canAgree(
  tally: Tally,
  marks: ReadonlyMap<string, number>,
  open: readonly (string | null)[][],
): boolean {
  const [choice, ...rest] = open;
  if (choice === undefined) {
    const all = new Set([...marks.keys(), ...tally.marks.keys()]);
    return [...all].every((mark) => (marks.get(mark) ?? 0) === (tally.marks.get(mark)?.value ?? 0));
  }
  const [first = null, other = null] = choice;
  if (canAgree(tally, marks, rest)) return true;
  const changed = new Map(marks);
  if (first !== null) changed.set(first, (changed.get(first) ?? 0) - 1);
  if (other !== null) changed.set(other, (changed.get(other) ?? 0) + 1);
  return canAgree(tally, changed, rest);
}

/** Rows of a summary that hold these counts among others: that of the goal, and that of all goals. */
function carriedTo({ path }: Tally, tallies: readonly Tally[]): Tally[] {
  const above = new Set(path.map(coreOf));
  return tallies.filter(
    ({ total, name }) =>
      total !== null && isTotal(total.observation.indicator) && (isTotal(name) || above.has(coreOf(name))),
  );
}

function findingOf(
  { tally, marks, ratings }: Counted,
  carried: readonly Tally[],
  agreeing: number,
  of: number,
): Found {
  const all = [...new Set([...tally.marks.keys(), ...marks.keys()])];
  const printed = all.flatMap((mark) =>
    tally.marks.has(mark) ? [`${mark}${tally.marks.get(mark)?.value}`] : [],
  );
  const counted = all.flatMap((mark) => ((marks.get(mark) ?? 0) > 0 ? [`${mark}${marks.get(mark)}`] : []));
  const differing = all.filter((mark) => (tally.marks.get(mark)?.value ?? 0) !== (marks.get(mark) ?? 0));
  const suspects = differing.flatMap((mark) => tally.marks.get(mark)?.observation ?? []);
  const doubtful = ratings.filter(({ raw }) => differing.includes(markOf(raw) ?? ''));
  const rest = [...tally.marks.values()].map(({ observation }) => observation);
  const above = carried.flatMap(({ name, marks: own }) =>
    isTotal(name) ? [] : differing.flatMap((mark) => own.get(mark)?.observation ?? []),
  );
  const names = carried.map(({ name }) => name);
  const also =
    names.length === 0
      ? { ja: '', en: '' }
      : {
          ja: `「${names.join('」「')}」の行にも含まれています。`,
          en: ` The rows “${names.join('”, “')}” hold these counts too.`,
        };
  const [left, right] = [printed.join(' '), counted.join(' ')];
  return {
    severity: 'warning',
    confidence: 0.8,
    message: {
      ja: `「${tally.name}」の件数 ${left} は、各シートの最終年度の評価 ${right} と合いません（他の${agreeing}件は一致）。${also.ja}`,
      en: `The counts ${left} of “${tally.name}” are not the marks in the sheets, ${right} (${agreeing} of ${of} agree).${also.en}`,
    },
    observations: [...new Set([...suspects, ...rest, ...above, ...doubtful])],
    evidence: { printed: left, counted: right, agreeElsewhere: `${agreeing}/${of}` },
    compared: ['marks in sheets', tally.name, left, right],
  };
}
