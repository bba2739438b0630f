import { isQuantity } from '../goal.ts';
import type { Found, Rule } from '../rule.ts';
import { findFarBeyond, findNoBetter } from '../target-beside-rate.ts';
import { findLowered } from '../target-lowered.ts';
import { findAlreadyMet, findWrongSide } from '../target-worse.ts';

const CHECKS = [findWrongSide, findAlreadyMet, findNoBetter, findLowered, findFarBeyond];

/**
 * Targets and results on the wrong side: a target worse than the baseline, a result no better than the baseline behind a
 * rate that looks good, a target that was lowered without a word.
 *
 * A person should look because the rate or mark says "nearly there" where nothing has been gained.
 *
 *     認定農業者総数 | 71人 | 75人 | 69人 | 72人 | 65人 | 66人 | 88%
 *                     ^^^ where it began            ^^^ below it  ^^^ and yet
 */
export const targetSide: Rule = {
  slug: 'target-side',
  title: { ja: '目標と基準値の向き', en: 'Targets and results on the wrong side' },
  subject: 'figures',
  needs: { ja: '基準値または複数の目標値のある行', en: 'rows with a baseline or several targets' },
  severity: 'warning',
  check: ({ rows }) => {
    const usable = rows.filter(
      (row) =>
        row.targets.some(isQuantity) &&
        (row.baseline !== null || row.actuals.length > 0 || row.targets.length > 1),
    );
    const told = new Set<string>();
    const found = usable.flatMap((row) => CHECKS.flatMap((find) => find(row) ?? []));
    return { checked: usable.length, found: found.filter(isNew(told)) };
  },
};

/** Sheets repeat a row: the same figures are told once. */
const isNew =
  (told: Set<string>) =>
  (found: Found): boolean => {
    const key = JSON.stringify(found.compared);
    return !told.has(key) && told.add(key) !== undefined;
  };
