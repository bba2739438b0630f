import { foldText } from '../normalize/index.ts';
import { cellWords } from './figure-words.ts';
import type { Found } from './rule.ts';
import type { Point, Series } from './series.ts';
import words from './stays.json' with { type: 'json' };

/** Digits that do not come out the same twice: 12,417 does not, 12,000 and 24.7 do. */
const LEAST_DIGITS = 4;
/** Other years, all different, that show the figure to move. */
const LEAST_OTHERS = 2;

/**
 * A figure of many digits printed under two years running, while all other years differ.
 *
 *     ウェブサイトの閲覧数 | 7,900 | 8,773 | 12,417 | 12,417
 *                                              ^^^^^^ the year before once more?
 */
export function copiedYears(series: readonly Series[]): Found[] {
  return series.flatMap(({ name, kind, points }): Found[] => {
    const label = foldText(name);
    if ((kind !== 'results' && kind !== 'statistics') || words.names.some((word) => label.includes(word)))
      return [];
    const years = points.filter(({ role }) => role === 'actual');
    const at = years.findIndex((point, i) => i > 0 && isSame(years[i - 1]!, point));
    const [before, copy] = [years[at - 1], years[at]];
    if (before === undefined || copy === undefined || digitsOf(copy) < LEAST_DIGITS) return [];
    const others = points.filter((point) => point !== before && point !== copy && point.role !== 'target');
    const values = new Set(others.map(({ value }) => value).filter((value) => value !== 0));
    if (values.size < LEAST_OTHERS || values.size < others.length || values.has(copy.value)) return [];
    const list = points.map(({ raw }) => raw).join('、');
    const unit = copy.observation.unit?.split('/')[0] ?? '';
    if (words.units.includes(unit)) return [];
    return [
      {
        severity: 'warning',
        confidence: 0.5,
        message: {
          ja: `「${name}」の ${cellWords(copy.observation)} は前の ${cellWords(before.observation)} と一字も違いません。他の値は動いており（${list}）、写し誤りの疑いがあります。`,
          en: `${cellWords(copy.observation)} of "${name}" is ${cellWords(before.observation)} to the digit while the others move (${list}): copied from the year before?`,
        },
        observations: [copy.observation, before.observation, ...others.map(({ observation }) => observation)],
        evidence: { printed: copy.raw, before: before.raw, series: list },
        compared: ['copied', name, list],
      },
    ];
  });
}

const isSame = (a: Point, b: Point): boolean =>
  a.value === b.value && a.observation.unit === b.observation.unit;

const digitsOf = ({ raw }: Point): number =>
  foldText(raw)
    .replace(/[^\d]/gu, '')
    .replace(/^0+|0+$/gu, '').length;
