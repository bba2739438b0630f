/** Of the standard normal distribution: 95 % lie within. */
const Z_OF_95_PERCENT = 1.959_963_984_540_054;

/**
 * Wilson's score interval at 95 % of a share that was counted (E. B. Wilson, JASA 22 (1927), 209–212): it holds for few
 * and rare errors too, where the usual one would say 0 to 0.
 *
 *     0 of 50  →  0 to 0.071        2 of 50  →  0.011 to 0.135
 */
export function wilsonInterval(
  wrong: number,
  keyed: number,
): { readonly low: number; readonly high: number } {
  if (keyed === 0) return { low: 0, high: 1 };
  const share = wrong / keyed;
  const square = Z_OF_95_PERCENT ** 2;
  const middle = share + square / (2 * keyed);
  const spread = Z_OF_95_PERCENT * Math.sqrt((share * (1 - share)) / keyed + square / (4 * keyed * keyed));
  const whole = 1 + square / keyed;
  return {
    low: wrong === 0 ? 0 : (middle - spread) / whole,
    high: wrong === keyed ? 1 : (middle + spread) / whole,
  };
}
