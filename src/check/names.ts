import type { Observation, Record } from '../model/index.ts';
import { labelKey, splitNumber } from '../normalize/index.ts';
import { AIM, foldSpelling } from './join-key.ts';
import { lettersOf } from './likeness.ts';
import { oncePerReport } from './once-per-report.ts';
import type { ReportView } from './report-view.ts';

/** A name as a report spells it, with every place it stands. */
export interface Name {
  /** as printed first */
  readonly printed: string;
  /** number before it: ⑨, 基本目標1, (2); empty where none */
  readonly number: string;
  /** folded, without its number */
  readonly key: string;
  /** the characters of the key in the order of their codes */
  readonly letters: string;
  /** listed: an item of a list that names projects */
  readonly role: 'heading' | 'indicator' | 'listed';
  /** cells that stand under the heading, or tell of the indicator */
  readonly observations: Observation[];
  /** first place, for a name no cell stands under */
  readonly place: { readonly page: number; readonly line: number | null };
  /** how many records name it so */
  count: number;
}

const MOST_PLACES = 24;
/** Bracketed tails are remarks: (政策パッケージ …), (累計). */
const TAIL = /\([^()]*\)$/u;

/** - ⑨くるめぐりあい応援事業（若者が将来設計を考える機会の提供等） */
const LIST_ITEM = /^\s*[・-]\s*((?:[①-⑳]|[(（]\d{1,2}[)）])\s*[^\t。（(]{6,40})(?:[（(][^\t]*)?$/u;
const BRACKETS = /[()「」[\]]/gu;

/** A name without what tables add to it: its aim (を17%にする), remarks in brackets, brackets, 数. */
export function nameKey(name: string): string {
  const named = foldSpelling(labelKey(name)).replace(AIM, '').replace(/数$/u, '');
  return (named.replace(TAIL, '') || named).replace(BRACKETS, '');
}

/** A heading's number and the key of its name. */
export interface OpenedHeading {
  readonly number: string;
  readonly rest: string;
  readonly key: string;
}

/** Opens headings, each spelling once: a report repeats them over every row. */
export const headingOpener = oncePerReport((): ((heading: string) => OpenedHeading) => {
  const known = new Map<string, OpenedHeading>();
  return (heading) => {
    const found = known.get(heading);
    if (found !== undefined) return found;
    const { number, rest } = splitNumber(heading);
    const opened = { number, rest, key: nameKey(rest) };
    known.set(heading, opened);
    return opened;
  };
});

/** Every heading and indicator a report names, each spelling once. Linear in records and observations. */
export function namesOf(view: ReportView): Name[] {
  const names = new Map<string, Name>();
  const open = headingOpener(view);
  const own = Map.groupBy(view.observations, ({ recordId }) => recordId);
  for (const record of view.records) {
    const observations = own.get(record.id) ?? [];
    for (const heading of headingsOf(record))
      note(names, open, heading, 'heading', observations, record.provenance);
    if (record.type === 'indicator' || record.type === 'activity') {
      note(names, open, observations[0]?.indicator ?? '', 'indicator', observations, record.provenance);
    }
  }
  const hasLines = view.observations.some(({ provenance }) => provenance.line !== null);
  for (const [at, line] of view.text.split('\n').entries()) {
    const item = LIST_ITEM.exec(line)?.[1];
    if (item !== undefined)
      note(names, open, item, 'listed', [], { page: 1, line: hasLines ? at + 1 : null });
  }
  return [...names.values()];
}

/** Headings over a record; its own name where it heads something, and numbered names that a list of goals gives. */
function headingsOf(record: Record): Set<string> {
  const headings = new Set(record.path);
  if (record.type === 'sheet' || record.type === 'narrative') headings.add(record.name);
  if (record.type === 'statistics' && splitNumber(record.name).number !== '') headings.add(record.name);
  return headings;
}

function note(
  names: Map<string, Name>,
  open: ReturnType<typeof headingOpener>,
  printed: string,
  role: Name['role'],
  observations: readonly Observation[],
  place: Name['place'],
): void {
  const { number, key } = role === 'indicator' ? { number: '', key: nameKey(printed) } : open(printed);
  if (key === '') return;
  const id = `${role} ${number} ${key}`;
  const known = names.get(id);
  if (known === undefined)
    names.set(id, {
      printed,
      number,
      key,
      letters: lettersOf(key),
      role,
      observations: observations.slice(0, 1),
      place,
      count: 1,
    });
  else {
    known.count += 1;
    if (known.observations.length < MOST_PLACES && observations[0] !== undefined) {
      known.observations.push(observations[0]);
    }
  }
}
