import type { Finding, Observation } from '../../model/index.ts';
import { shiftedRow } from './shifted-row.ts';

/** A row whose cells stood under other headers than they were meant for, as reading found it. */
export interface Slip {
  readonly recordId: string;
  readonly observationIds: readonly string[];
  readonly page: number;
  readonly line: number | null;
  readonly columns: number;
  readonly lost: readonly string[];
  readonly row: { readonly [header: string]: string };
}

/** What rules see of a report. */
export interface RuleInput {
  readonly documentId: string;
  readonly observations: readonly Observation[];
  readonly slips: readonly Slip[];
}

/** A finding without what the registry adds; `compared` is what its fingerprint is made of. */
export type FoundByRule = Omit<Finding, 'id' | 'rule' | 'documentIds' | 'fingerprint' | 'verdict'> & {
  readonly compared: readonly unknown[];
};

export interface Rule {
  readonly slug: string;
  readonly check: (input: RuleInput) => FoundByRule[];
}

/** All rules, in the order their findings are listed. */
export const rules: readonly Rule[] = [shiftedRow];
