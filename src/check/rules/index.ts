import type { AreaRule, Rule } from '../rule.ts';
import { achievementRate } from './achievement-rate.ts';
import { additiveRelation } from './additive-relation.ts';
import { countTotal } from './count-total.ts';
import { cumulativeSeries } from './cumulative-series.ts';
import { decimalSeparator } from './decimal-separator.ts';
import { deltaLevel } from './delta-level.ts';
import { financeTotal } from './finance-total.ts';
import { headerConflict } from './header-conflict.ts';
import { impossibleValue } from './impossible-value.ts';
import { labelVariant } from './label-variant.ts';
import { layersDisagree } from './layers-disagree.ts';
import { lowConfidence } from './low-confidence.ts';
import { missingDepartment } from './missing-department.ts';
import { missingValue } from './missing-value.ts';
import { nothingChecked } from './nothing-checked.ts';
import { ratingRule } from './rating-rule.ts';
import { restated } from './restated.ts';
import { sameIndicator } from './same-indicator.ts';
import { sameIndicatorInArea } from './same-indicator-in-area.ts';
import { scaleOutlier } from './scale-outlier.ts';
import { shiftedRow } from './shifted-row.ts';
import { signError } from './sign-error.ts';
import { swappedValues } from './swapped-values.ts';
import { targetSide } from './target-side.ts';
import { textDamage } from './text-damage.ts';
import { textNumber } from './text-number.ts';
import { typingError } from './typing-error.ts';
import { unitMismatch } from './unit-mismatch.ts';
import { unreadPage } from './unread-page.ts';

/** All rules on one report, in the order their findings are listed. */
export const rules: readonly Rule[] = [
  shiftedRow,
  financeTotal,
  countTotal,
  deltaLevel,
  additiveRelation,
  signError,
  swappedValues,
  typingError,
  achievementRate,
  ratingRule,
  targetSide,
  cumulativeSeries,
  decimalSeparator,
  impossibleValue,
  scaleOutlier,
  unitMismatch,
  sameIndicator,
  labelVariant,
  missingValue,
  missingDepartment,
  textDamage,
  headerConflict,
  unreadPage,
  lowConfidence,
  layersDisagree,
  nothingChecked,
  textNumber,
];

/** All rules on several reports of one municipality. */
export const areaRules: readonly AreaRule[] = [sameIndicatorInArea, restated];

/** What a person is told of rules: each slug once, in their order; of two rules of one slug the one on a report. */
export const describedRules: readonly Omit<Rule, 'check'>[] = [
  ...rules,
  ...areaRules.filter(({ slug }) => rules.every((rule) => rule.slug !== slug)),
];
