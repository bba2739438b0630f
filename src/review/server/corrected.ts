import { fingerprintOfCell, type Observation, type RecordedVerdict } from '../../model/index.ts';
import { asRead, withCorrections } from '../../verdict/corrections.ts';
import type { ReviewFolder } from './review-folder.ts';

const OF_CELL = fingerprintOfCell('');

/**
 * The observations as they stand now: as they were read, with what people have put right since, also where no check has
 * applied it yet and where a correction was taken back.
 */
export function asDecided(review: ReviewFolder, observations: readonly Observation[]): Observation[] {
  const corrections = correctionsNow(review);
  return observations.map((observation) => {
    const standing = corrections.get(observation.id) ?? correctionBehind(review, observation);
    const read = asRead(observation);
    return standing === undefined ? read : withCorrections([read], new Map([[observation.id, standing]]))[0]!;
  });
}

/** Observation id → the latest decision that says what its cell reads. */
function correctionsNow(review: ReviewFolder): Map<string, RecordedVerdict> {
  const corrections = new Map<string, RecordedVerdict>();
  for (const decision of review.decisions.standing()) {
    if (decision.verdict !== 'misreading' || decision.value === null) continue;
    const { fingerprint } = decision;
    const id = fingerprint.startsWith(OF_CELL)
      ? fingerprint.slice(OF_CELL.length)
      : review.findingOn(fingerprint)?.suspect;
    if (id === undefined) continue;
    const former = corrections.get(id);
    if (former === undefined || former.at < decision.at) corrections.set(id, decision);
  }
  return corrections;
}

/** A correction that the last check applied from a finding which has become part of another. */
function correctionBehind(review: ReviewFolder, { correctedBy }: Observation): RecordedVerdict | undefined {
  if (correctedBy === null || correctedBy === undefined) return undefined;
  const decision = review.decisions.on(correctedBy.fingerprint)[0];
  return decision?.verdict === 'misreading' && decision.value !== null ? decision : undefined;
}
