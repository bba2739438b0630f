import type { AreaRule, Rule } from '../rule.ts';
import { shiftedRow } from './shifted-row.ts';

/** All rules on one report, in the order their findings are listed. */
export const rules: readonly Rule[] = [shiftedRow];

/** All rules on several reports of one municipality. */
export const areaRules: readonly AreaRule[] = [];
