import type { Finding, Likelier, Observation } from '../model/index.ts';
import type { Slip } from './equations/repairs.ts';
import * as words from './likelier-words.ts';
import { confusionOf } from './look-alikes.ts';
import type { Borders, Placing } from './placing.ts';
import { type Repair, repairOf } from './repair.ts';
import type { RestsOn } from './rule.ts';
import { isUncertain } from './uncertain.ts';

/** What a finding says, of which cells, and what it rests on. */
export interface Question {
  readonly severity: Finding['severity'];
  readonly suggestion: Finding['suggestion'];
  /** the suspect first */
  readonly observations: readonly Observation[];
  readonly restsOn: RestsOn;
  /** where the text comes from */
  readonly source: Observation['provenance']['source'];
}

/** A cell the question is about, the ones it was compared with, and the repair that was suggested for it. */
interface Case {
  readonly suspect: Observation;
  readonly others: readonly Observation[];
  readonly repair: Repair | null;
}

/**
 * Is the report wrong, or the reading? Null where nothing can tell.
 *
 *     text, cells parted by tabs      79 for 97                    the report
 *     text, columns by alignment      79; 97 stands beside it      the reading: a column was inferred wrongly
 *     scan                            1,630 for 1,680              the reading: 3 and 8 look alike
 *     scan                            79 for 97                    the report: a scan exchanges no digits
 *
 * An info accuses nobody, so it is never said of one that the report is wrong.
 */
export function likelierOf(question: Question, placing: Placing): Likelier | null {
  const likelier = answer(question, placing);
  return question.severity === 'info' && likelier?.wrong === 'report' ? null : likelier;
}

function answer({ suggestion, observations, restsOn, source }: Question, placing: Placing): Likelier | null {
  const suspect = observations.find(({ id }) => id === suggestion?.observationId) ?? observations[0];
  const asWritten = source === 'ocr' ? null : words.asWritten;
  switch (restsOn) {
    case 'sense':
      return null;
    case 'damage':
      return words.damaged;
    case 'words':
      return asWritten;
    case 'layout':
      return words.layoutUnsure;
    case 'placing':
      return suspect === undefined ? null : BY_BORDERS[placing.bordersOf(suspect)];
    case 'cells': {
      if (suspect === undefined) return asWritten;
      const others = observations.filter((each) => each !== suspect);
      const own = { suspect, others, repair: repairOf(suspect, suggestion) };
      return byCharacters(own) ?? byMultiplier(own) ?? byPlace(own, placing);
    }
  }
}

/** Of a row that stands off its headers. */
const BY_BORDERS: { readonly [borders in Borders]: Likelier | null } = {
  drawn: words.rowOff,
  inferred: words.columnsInferred,
  off: words.headOff,
  unknown: null,
};

const isScanned = ({ provenance }: Observation): boolean => provenance.source === 'ocr';

/** What the characters say: how sure they are, and whether they could have been taken for those that would agree. */
function byCharacters({ suspect, others, repair }: Case): Likelier | null {
  if (isUncertain(suspect)) return words.unsure(suspect.provenance.confidence);
  const twin = repair === null ? others.find((other) => isSameFigure(other, suspect)) : undefined;
  const scan = [suspect, twin].find((each) => each !== undefined && isScanned(each));
  if (scan === undefined) return null;
  const read = repair?.read ?? scan.raw;
  const meant = repair?.meant ?? (scan === suspect ? twin : suspect)?.raw;
  const confusion = meant === undefined ? null : confusionOf(read, meant);
  if (confusion !== null) return words.lookAlike(confusion);
  return repair?.slip === 'transposed' ? words.noExchangeInScan : null;
}

/** The same figure told in another place. */
const isSameFigure = (a: Observation, b: Observation): boolean =>
  a.indicatorKey === b.indicatorKey && a.measure === b.measure && a.timePeriod?.end === b.timePeriod?.end;

const MULTIPLIER = /[百千万億兆]/u;

/** The multiplier that a header or the cell beside lends a value; 0 where none does. */
const lent = ({ multiplier, raw }: Observation): number => (MULTIPLIER.test(raw) ? 0 : multiplier);

/** A value off by just the multiplier that it alone, or all but it, took from outside the cell. */
function byMultiplier({ suspect, others, repair }: Case): Likelier | null {
  if (repair === null || !repair.from || !repair.to) return null;
  const power = Math.log10(repair.from / repair.to);
  const own = lent(suspect);
  const isOff = (multiplier: number): boolean =>
    multiplier > 0 && Math.abs(Math.abs(power) - multiplier) < 1e-9;
  if (power > 0 && isOff(own) && others.every((other) => lent(other) !== own))
    return words.multiplierFromHeader(own);
  const theirs = Math.max(0, ...others.map(lent));
  const isBare = suspect.unit === null && suspect.multiplier === 0;
  return power < 0 && isBare && isOff(theirs) ? words.multiplierFromHeader(theirs) : null;
}

/** Slips inside one number, which no other column explains. */
const OF_TYPING: ReadonlySet<Slip> = new Set(['sign', 'transposed', 'doubled', 'lost', 'changed']);

/** What the place of the cell says: whether the source put it there, or reading did. */
function byPlace({ suspect, others, repair }: Case, placing: Placing): Likelier | null {
  const isTyping = repair !== null && repair.slip !== null && OF_TYPING.has(repair.slip);
  const slip = isTyping && !isScanned(suspect) ? words.slipOfTyping(repair.read, repair.meant) : null;
  if (placing.isMoved(suspect)) return slip ?? words.moved;
  if (isScanned(suspect)) return null;
  if (placing.bordersOf(suspect) !== 'drawn') {
    const beside = placing.besides(suspect).find(({ value }) => value !== null && value === repair?.to);
    return beside === undefined ? slip : words.standsBeside(beside.raw.trim());
  }
  const isFirm = others.every((other) => !isUncertain(other) && !isScanned(other) && !placing.isMoved(other));
  return isFirm ? words.asTyped : null;
}
