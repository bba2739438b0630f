import type { Observation } from '../model/index.ts';
import { circledIn } from '../normalize/index.ts';
import { headingLines } from './heading-lines.ts';
import { headingOpener } from './names.ts';
import type { ReportView } from './report-view.ts';
import type { Found, RuleResult } from './rule.ts';

/** A numbered heading, where it was first met, under which heading. */
interface Numbered {
  readonly printed: string;
  /** every way it is printed: ⑩：…, ⑩ : … */
  readonly spellings: Set<string>;
  readonly key: string;
  readonly mark: string;
  readonly place: NonNullable<Found['place']>;
  readonly firsts: string[];
}

const SHORTEST_NAME = 4;
const MOST_PLACES = 8;

/**
 * Headings under one parent whose number stands before two names, while the name has a number of its own elsewhere.
 *
 *     ⑩ 中心拠点と地域生活拠点の機能を高める …   ⑪ 健康で安心して暮らせる日常を守る
 *     ⑩ 健康で安心して暮らせる日常を守る
 *     ^ elsewhere ⑪
 */
export function numberingConflicts(view: ReportView): RuleResult {
  const headings = headingsOf(view);
  const numbersOf = Map.groupBy(headings, ({ key, mark }) => `${key} ${isCircled(mark)}`);
  const namesOf = Map.groupBy(headings, ({ mark }) => mark);
  const found: Found[] = [];
  for (const same of numbersOf.values()) {
    if (same.length < 2) continue;
    // the number that other names claim too is the wrong one
    const wrong = same.find(({ mark, key }) => (namesOf.get(mark) ?? []).some((other) => other.key !== key));
    const right = same.find((heading) => heading !== wrong);
    if (wrong === undefined || right === undefined || !isCircled(wrong.mark)) continue;
    found.push(...placesOf(wrong, view).map((place) => foundOf(wrong, right, place)));
  }
  return { checked: headings.length, found: [...found, ...repeatedNumbers(view)] };
}

const isCircled = (mark: string): boolean => circledIn(mark) === mark;

/** Each numbered heading and numbered line of a list of goals, once. */
function headingsOf(view: ReportView): Numbered[] {
  const headings = new Map<string, Numbered>();
  const open = headingOpener(view);
  for (const record of view.records) {
    for (const printed of [...record.path, record.name]) {
      const { number, key } = open(printed);
      if (number === '' || key.length < SHORTEST_NAME) continue;
      const id = `${number} ${key}`;
      const known = headings.get(id);
      if (known === undefined) {
        headings.set(id, {
          printed,
          spellings: new Set([printed]),
          key,
          mark: number,
          place: record.provenance,
          firsts: [...record.observations.slice(0, 1)],
        });
      } else {
        known.spellings.add(printed);
        if (known.firsts.length < MOST_PLACES) known.firsts.push(...record.observations.slice(0, 1));
      }
    }
  }
  return [...headings.values()];
}

/** (1) … (1) …: two headings of one parent under the same number, one right behind the other. */
function repeatedNumbers(view: ReportView): Found[] {
  const found: Found[] = [];
  const open = headingOpener(view);
  const last = new Map<string, { number: string; key: string; printed: string }>();
  for (const record of view.records) {
    for (const [depth, printed] of record.path.entries()) {
      const { number, key } = open(printed);
      if (number === '' || isCircled(number) || key.length < SHORTEST_NAME) continue;
      const parent = JSON.stringify([record.path.slice(0, depth), number.replace(/[\d０-９]+/gu, '')]);
      const before = last.get(parent);
      last.set(parent, { number, key, printed });
      if (depth === 0 || before === undefined || before.number !== number || before.key === key) continue;
      if (before.key.startsWith(key) || key.startsWith(before.key)) continue;
      found.push({
        severity: 'warning',
        confidence: 0.6,
        message: {
          ja: `同じ番号の見出しが続いています: 「${before.printed}」「${printed}」`,
          en: `Two headings in a row have the same number: "${before.printed}", "${printed}".`,
        },
        observations: [],
        recordIds: [record.id],
        place: record.provenance,
        restsOn: 'words',
        evidence: { before: before.printed, after: printed },
        compared: [before.printed, printed],
      });
    }
  }
  return found;
}

interface Place {
  readonly page: number;
  readonly line: number | null;
  readonly observations: readonly Observation[];
}

/** Each line that prints the wrong number is mended by itself; the cells up to the next such line stand under it. */
function placesOf({ spellings, place, firsts }: Numbered, view: ReportView): Place[] {
  const under = firsts.flatMap((id) => view.byId.get(id) ?? []);
  const lines = headingLines(view, spellings).slice(0, MOST_PLACES);
  if (lines.length === 0) return [{ page: place.page, line: place.line, observations: under }];
  return lines.map((line, nth) => ({
    page: place.page,
    line,
    observations: under.filter(
      ({ provenance: { line: own } }) => own !== null && own >= line && own < (lines[nth + 1] ?? Infinity),
    ),
  }));
}

function foundOf(wrong: Numbered, right: Numbered, { page, line, observations }: Place): Found {
  return {
    severity: 'warning',
    confidence: 0.85,
    message: {
      ja: `見出しの番号が戻っています: 「${wrong.printed}」（ほかでは「${right.printed}」、${wrong.mark} は別の見出しの番号です）`,
      en: `A heading's number goes back: "${wrong.printed}" (elsewhere "${right.printed}"; ${wrong.mark} is another heading's number).`,
    },
    observations,
    place: { page, line },
    restsOn: 'words',
    evidence: { [wrong.printed]: wrong.mark, [right.printed]: right.mark },
    compared: [wrong.printed, right.printed],
  };
}
