import type { ReportView } from '../report-view.ts';
import type { Found, RuleResult } from '../rule.ts';
import { splitByScript, type Tokenize } from '../tokenizer.ts';
import { type DirectionClaim, directionsOf } from './directions.ts';
import { isExplained, isFarBelow, isSameUnit, unitTest } from './explained.ts';
import { againstDirection, againstNumber, againstTarget } from './messages.ts';
import { canonical, type Named, nameOf, saysNothingOwn, shareSaid, speaksOf } from './nouns.ts';
import { type NumberClaim, numbersOf } from './numbers.ts';
import type { Subject } from './phrases.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { contradictionOf } from './steps.ts';
import { outcomeOf, type TargetClaim, targetClaimsOf } from './targets.ts';
import { type Passage, passagesOf, seriesOfObservations, type ToldSeries } from './told-series.ts';

/** A series with the words it goes by. */
interface NamedSeries {
  readonly series: ToldSeries;
  readonly name: Named;
}

/** What the statements of a report are compared with. */
interface Reading {
  readonly view: ReportView;
  readonly tokenize: Tokenize;
  readonly named: (series: readonly ToldSeries[]) => readonly NamedSeries[];
  /** series of the whole report by the last noun of their name, for narratives */
  readonly byHead: ReadonlyMap<string, readonly NamedSeries[]>;
  /** the last characters of these nouns */
  readonly heads: readonly string[];
  /** units of the whole report */
  readonly units: readonly string[];
  readonly unit: RegExp;
}

/** A passage being read: its own series, and how much could be tested. */
interface Scene {
  readonly passage: Passage;
  readonly own: readonly NamedSeries[];
  readonly reading: Reading;
  readonly tested: () => void;
}

const NOTHING: RuleResult = { checked: 0, found: [] };

/** Compares the statements of all passages with the series they speak of. Linear in text and observations. */
export function contradictionsOf(view: ReportView): RuleResult {
  const passages = passagesOf(view);
  if (view.rows.length === 0 || passages.length === 0) return NOTHING;
  const reading = readingOf(view, view.tokenize ?? splitByScript);
  let checked = 0;
  const tested = (): void => {
    checked += 1;
  };
  const found = passages.flatMap((passage) => {
    const scene = { passage, own: reading.named(passage.series), reading, tested };
    const sentences = sentencesOf(passage.text, reading.tokenize);
    return [
      ...numbersIn(sentences, scene),
      ...sentences.flatMap((sentence) =>
        directionsOf(sentence).flatMap((claim) => directionIn(claim, scene)),
      ),
      ...sentences.flatMap((sentence) => targetClaimsOf(sentence).flatMap((claim) => targetIn(claim, scene))),
    ];
  });
  return { checked, found };
}

function readingOf(view: ReportView, tokenize: Tokenize): Reading {
  const names = new Map<string, Named>();
  const named = (series: readonly ToldSeries[]): NamedSeries[] =>
    series.map((each) => {
      const name = names.get(each.indicator) ?? nameOf(each.indicator, tokenize);
      names.set(each.indicator, name);
      return { series: each, name };
    });
  const all = seriesOfObservations(view.rows.flatMap(({ observations }) => observations));
  const byHead = Map.groupBy(named(all), ({ name }) => name.head);
  const units = [...new Set(all.flatMap(({ unit }) => unit ?? []))];
  const heads = [...new Set([...byHead.keys()].filter((head) => head !== '').map((head) => head.slice(-2)))];
  return { view, tokenize, named, byHead, heads, units, unit: unitTest(units) };
}

/** Whether a part of a sentence holds the end of any name at all: most do not, and need no words. */
function mayMean(part: string, { passage, own, reading }: Scene): boolean {
  const said = canonical(part);
  const heads = passage.isNarrative ? reading.heads : own.map(({ name }) => name.head.slice(-2));
  return (own.length === 1 && saysNothingOwn(said)) || heads.some((head) => said.includes(head));
}

function numbersIn(sentences: readonly Sentence[], scene: Scene): Found[] {
  const { passage, own, reading } = scene;
  const units = passage.isNarrative ? reading.units : own.map(({ series }) => series.unit);
  const holdsUnit = passage.isNarrative ? reading.unit : unitTest(units);
  const claims = sentences
    .filter(({ text }) => holdsUnit.test(text) && mayMean(text, scene))
    .flatMap(numbersOf)
    .filter(({ unit, reach }) => units.some((each) => isSameUnit(unit, each)) && mayMean(reach, scene))
    .map((claim) => ({
      claim,
      meant: claim.subjects().flatMap(({ subject, mayBePart }) =>
        meantBy(subject, scene)
          .filter(({ series }) => isSameUnit(claim.unit, series.unit))
          .map(({ series }) => ({ series, mayBePart })),
      ),
    }));
  return claims.flatMap(({ claim, meant }) => {
    const [first] = meant;
    if (first === undefined) return [];
    scene.tested();
    const together: NumberClaim[] = claims
      .filter((each) => each.meant.some(({ series }) => series === first.series))
      .map((each) => each.claim);
    const isFine = meant.some(({ series }) => isExplained(claim, series, together));
    const isPart = first.mayBePart && isFarBelow(claim, first.series);
    const against = { passage, view: reading.view, series: first.series };
    return isFine ? [] : [againstNumber(against, claim, isPart)];
  });
}

function directionIn(claim: DirectionClaim, scene: Scene): Found[] {
  const { passage, own, reading } = scene;
  const subject = mayMean(claim.reach, scene) ? claim.subject() : 'unclear';
  if (subject === 'unclear') return [];
  const isOfRow = subject === null && claim.over === 'explicitStep' && own.length === 1;
  const against = (isOfRow ? own : meantBy(subject, scene)).map(({ series }) => ({
    series,
    contradiction: contradictionOf(claim, series),
  }));
  if (against.some(({ contradiction }) => contradiction !== undefined)) scene.tested();
  const [first] = against;
  return first?.contradiction && against.every(({ contradiction }) => contradiction)
    ? [againstDirection({ passage, view: reading.view, series: first.series }, claim, first.contradiction)]
    : [];
}

function targetIn(claim: TargetClaim, scene: Scene): Found[] {
  const { passage, own, reading } = scene;
  const mayTell = passage.isNarrative || own.some(({ series }) => outcomeOf(series, claim) !== null);
  const subject = mayTell ? claim.subject() : 'unclear';
  if (subject === 'unclear') return [];
  const isOfAll = subject === null && !passage.isNarrative;
  const outcomes = (isOfAll ? own : meantBy(subject, scene)).map(({ series }) => ({
    series,
    outcome: outcomeOf(series, claim),
  }));
  if (outcomes.some(({ outcome }) => outcome !== null)) scene.tested();
  const [first] = outcomes;
  return first?.outcome && outcomes.every(({ outcome }) => outcome !== null && outcome.isMet !== claim.isMet)
    ? [againstTarget({ passage, view: reading.view, series: first.series }, claim, first.outcome, isOfAll)]
    : [];
}

/** A subject of a narrative says most of the indicator's name, or it is taken for something else. */
const SHARE_SAID_IN_NARRATIVE = 0.6;

/** The series a subject speaks of; of a row's only one also where it says no more than 実績. */
function meantBy(subject: Subject | null, { passage, own, reading }: Scene): readonly NamedSeries[] {
  if (subject === null) return [];
  if (passage.isNarrative) {
    const { head } = nameOf(subject.text, reading.tokenize);
    return (reading.byHead.get(head) ?? []).filter(
      ({ series, name }) =>
        speaksOf(subject, series, name, '') === 'same' && shareSaid(subject, name) >= SHARE_SAID_IN_NARRATIVE,
    );
  }
  return own.filter(({ series, name }) => {
    const kinship = speaksOf(subject, series, name, passage.context);
    return kinship === 'same' || (kinship === 'generic' && own.length === 1);
  });
}
