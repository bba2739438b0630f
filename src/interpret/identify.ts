import type { Document, Observation, Period, RefArea } from '../model/index.ts';
import { findPeriods } from '../normalize/index.ts';
import municipalities from '../vocabulary/municipalities.json' with { type: 'json' };

type Municipality = readonly [code: string, prefecture: string, name: string];

/** A mention in the title or file name counts as this many in the text. */
const TITLE_WEIGHT = 20;
const byName = new Map<string, Municipality[]>();
for (const entry of municipalities as unknown as Municipality[]) {
  const name = entry[2].split(' ').at(-1) ?? entry[2];
  const list = byName.get(name) ?? [];
  list.push(entry);
  byName.set(name, list);
}
const LONGEST_NAME = Math.max(...[...byName.keys()].map((name) => name.length));

/**
 * The municipality a report is of: the one named most, the title and the file name counting more. A name several
 * municipalities share (府中市) is decided by the prefecture the text names, else it is null: nothing is made up.
 * Source of the codes: 全国地方公共団体コード (総務省).
 */
export function findRefArea(title: string, path: string, text: string): RefArea | null {
  const counts = new Map<string, number>();
  countNames(text, 1, counts);
  countNames(`${title} ${path}`.normalize('NFC'), TITLE_WEIGHT, counts);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [first, second] = ranked;
  if (first === undefined || (second !== undefined && second[1] * 2 > first[1] && first[1] < 10)) return null;
  const candidates = byName.get(first[0]) ?? [];
  const named = candidates.length === 1 ? candidates : candidates.filter((entry) => text.includes(entry[1]));
  const only = named.length === 1 ? named[0] : undefined;
  return only === undefined ? null : { code: only[0], name: only[2] };
}

function countNames(text: string, weight: number, counts: Map<string, number>): void {
  for (const match of text.matchAll(NAME_END)) {
    const end = match.index + 1;
    for (let length = Math.min(LONGEST_NAME, end); length >= 2; length -= 1) {
      const name = text.slice(end - length, end);
      if (!byName.has(name)) continue;
      counts.set(name, (counts.get(name) ?? 0) + weight);
      break;
    }
  }
}
const NAME_END = /[市区町村]/gu;

/**
 * The period a report is about: the one its title names, else one in its file name or first lines, else the last with
 * an actual value.
 */
export function findReportPeriod(
  title: string,
  path: string,
  opening: string,
  observations: readonly Observation[],
): Document['reportPeriod'] {
  for (const text of [title, path.split('/').at(-1) ?? '', opening]) {
    const found = findPeriods(text.normalize('NFC')).filter(({ period }) => period.basis === 'fiscalYear');
    const only = found[0]?.period;
    if (only !== undefined) return withoutBasis(only);
  }
  let latest: Period | null = null;
  for (const { measure, timePeriod, kind } of observations) {
    if (
      (measure === 'actual' || measure === 'settlement') &&
      timePeriod !== null &&
      kind !== 'missing' &&
      (latest === null || timePeriod.end > latest.end)
    )
      latest = timePeriod;
  }
  return latest === null ? null : withoutBasis(latest);
}

const withoutBasis = ({ label, start, end }: Period) => ({ label, start, end });
