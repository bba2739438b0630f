import type { Observation } from '../model/index.ts';

/** Below this a reading is likelier a guess than not. */
const LEAST_CONFIDENCE = 0.6;

/** Whether a cell was read too uncertainly to be trusted. */
export const isUncertain = ({ provenance, obsStatus }: Observation): boolean =>
  provenance.confidence < LEAST_CONFIDENCE || obsStatus === 'U';
