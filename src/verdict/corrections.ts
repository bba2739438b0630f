import type { Measure, Observation, OriginalReading, Reading, RecordedVerdict } from '../model/index.ts';
import { type CellContext, readCell } from '../normalize/index.ts';

/** The observations with the readings that people have put right; `corrections` by observation id, the latest holds. */
export function withCorrections(
  observations: readonly Observation[],
  corrections: ReadonlyMap<string, RecordedVerdict>,
): Observation[] {
  return observations.map((observation) => {
    const correction = corrections.get(observation.id);
    const isLater = (correction?.at ?? '') > (observation.correctedBy?.at ?? '');
    return correction === undefined || !isLater ? observation : corrected(asRead(observation), correction);
  });
}

/**
 * An observation read again from what a person says stands in the cell, by the same normalizer and with the unit and
 * multiplier the cell had. The raw text stays as it is, the former reading goes along as `original`.
 *
 *     raw 2,344,141m³, value 2344141    + misreading "2,344.141m³"
 *     → value 2344.141, original {raw, value: 2344141, …}, correctedBy {by, at, fingerprint}
 */
function corrected(observation: Observation, { value, by, at, fingerprint }: RecordedVerdict): Observation {
  const reading = readAs(observation, value ?? '');
  return {
    ...observation,
    ...reading,
    original: originalOf(observation),
    correctedBy: { by, at, fingerprint },
  };
}

/** What the normalizer reads in `text` where the cell of an observation stands: with the unit and multiplier it had. */
export function readAs({ unit, multiplier, measure }: Observation, text: string): Reading {
  const { period: _period, ...reading } = readCell(text, { unit, multiplier, expects: expectedOf(measure) });
  return reading;
}

/** The observation as it was read, whatever people have put right since. */
export function asRead(observation: Observation): Observation {
  const { original } = observation;
  if (original === null || original === undefined) return observation;
  return { ...observation, ...original, original: null, correctedBy: null };
}

function originalOf({ raw, kind, value, unit, ...rest }: Observation): OriginalReading {
  const { multiplier, precision, qualifiers, parts, note, obsStatus } = rest;
  return { raw, kind, value, unit, multiplier, precision, qualifiers, parts, note, obsStatus };
}

function expectedOf(measure: Measure): NonNullable<CellContext['expects']> {
  return measure === 'rating' || measure === 'count' ? measure : 'quantity';
}
