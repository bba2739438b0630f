import type { ReportView } from '../report-view.ts';
import type { Found, RuleResult } from '../rule.ts';
import { splitByScript } from '../tokenizer.ts';
import { type DirectionClaim, directionsOf } from './directions.ts';
import { isExplained, isFarBelow, isSameUnit } from './explained.ts';
import { againstDirection, againstNumber, againstTarget } from './messages.ts';
import { type NumberClaim, numbersOf } from './numbers.ts';
import { mayMean, meantBy, readingOf, type Scene } from './reading.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { contradictionOf } from './steps.ts';
import { outcomeOf, type TargetClaim, targetClaimsOf } from './targets.ts';
import { passagesOf } from './told-series.ts';

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
    const scene = { passage, reading, tested };
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

function numbersIn(sentences: readonly Sentence[], scene: Scene): Found[] {
  const { passage, reading } = scene;
  const units = passage.isNarrative ? reading.units() : passage.series.map(({ unit }) => unit);
  const holdsUnit = reading.holdsUnit(units);
  const claims = sentences
    .filter(({ text }) => holdsUnit.test(text) && mayMean(text, scene))
    .flatMap(numbersOf)
    .filter(({ unit, reach }) => units.some((each) => isSameUnit(unit, each)) && mayMean(reach, scene))
    .map((claim) => ({
      claim,
      meant: claim.subjects().flatMap(({ subject, mayBePart }) =>
        meantBy(subject, scene)
          .filter((series) => isSameUnit(claim.unit, series.unit))
          .map((series) => ({ series, mayBePart })),
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
  const { passage, reading } = scene;
  const subject = mayMean(claim.reach, scene) ? claim.subject() : 'unclear';
  if (subject === 'unclear') return [];
  const isOfRow = subject === null && claim.over === 'explicitStep' && passage.series.length === 1;
  const against = (isOfRow ? passage.series : meantBy(subject, scene)).map((series) => ({
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
  const { passage, reading } = scene;
  const mayTell = passage.isNarrative || passage.series.some((series) => outcomeOf(series, claim) !== null);
  const subject = mayTell ? claim.subject() : 'unclear';
  if (subject === 'unclear') return [];
  const isOfAll = subject === null && !passage.isNarrative;
  const outcomes = (isOfAll ? passage.series : meantBy(subject, scene)).map((series) => ({
    series,
    outcome: outcomeOf(series, claim),
  }));
  if (outcomes.some(({ outcome }) => outcome !== null)) scene.tested();
  const [first] = outcomes;
  return first?.outcome && outcomes.every(({ outcome }) => outcome !== null && outcome.isMet !== claim.isMet)
    ? [againstTarget({ passage, view: reading.view, series: first.series }, claim, first.outcome, isOfAll)]
    : [];
}
