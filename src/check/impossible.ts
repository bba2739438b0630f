import type { Observation } from '../model/index.ts';
import { foldText } from '../normalize/index.ts';
import { inBoth } from './in-both.ts';
import words from './plausible.json' with { type: 'json' };
import type { Bilingual, Found } from './rule.ts';

const WHOLE = 100;
const isNamed = (name: string, list: readonly string[]): boolean => list.some((word) => name.includes(word));
const VALUE_MEASURES = new Set<Observation['measure']>([
  'baseline',
  'target',
  'actual',
  'estimate',
  'value',
  'count',
]);
/** Units of things one counts: below zero there are none. */
const COUNTED =
  /^(?:人|名|者|件|回|社|戸|世帯|団体|法人|校|箇所|施設|種類|台|冊|本|組|店舗?|事業所?|棟|軒|地区|地域|校区)$/u;

interface Verdict {
  readonly severity: Found['severity'];
  readonly confidence: number;
  readonly why: Bilingual;
}

/** Whether a number is outside of what its indicator can be; with the power of ten that would bring it back. */
export function impossible(observation: Observation, mates: () => readonly Observation[]): Found[] {
  const verdict = VALUE_MEASURES.has(observation.measure) ? verdictOn(observation) : null;
  if (verdict === null || observation.value === null) return [];
  const { indicator, raw, value, id } = observation;
  const numbers = mates().filter((mate) => mate.kind === 'quantity' && VALUE_MEASURES.has(mate.measure));
  const meant = repair(observation, numbers);
  const list = numbers.map((mate) => mate.raw).join('、');
  const [ja, en] =
    meant === null ? ['', ''] : [`${meant} ではありませんか。`, ` ${meant} was probably meant.`];
  return [
    {
      severity: verdict.severity,
      confidence: verdict.confidence,
      message: {
        ja: `${indicator}の ${raw} は、${verdict.why.ja}。${ja}`,
        en: `${raw} of ${indicator}: ${verdict.why.en}.${en}`,
      },
      observations: [observation, ...numbers],
      evidence: { printed: raw, others: list, meant },
      suggestion:
        meant === null
          ? null
          : {
              observationId: id,
              field: 'value',
              from: value,
              to: meant,
              explains: inBoth({ ja: `${meant} は ${list} と並びます`, en: `${meant} lies among ${list}` }),
            },
      compared: [indicator, raw, list],
    },
  ];
}

function verdictOn(observation: Observation): Verdict | null {
  const { value, unit, qualifiers, raw } = observation;
  if (value === null) return null;
  const name = foldText(observation.indicator);
  const heading = foldText(`${observation.path.at(-1) ?? ''} ${name}`);
  const range = words.ranges.find((each) => heading.includes(each.name));
  if (range !== undefined && !isNamed(heading, ['増', '減', '差', '伸び']) && unit !== '人') {
    return value < range.min || value > range.max ? outside(range) : null;
  }
  const isChange = qualifiers.direction !== undefined || /[増減]/u.test(raw);
  if (isChange) return null;
  if (unit === '%') return shareVerdict(value, name);
  return countVerdict(value, unit, name);
}

function outside({ name, min, max }: (typeof words.ranges)[number]): Verdict {
  const why = {
    ja: `${name}として考えられる範囲（${min}～${max}）の外です`,
    en: `outside of what ${name} can be (${min} to ${max})`,
  };
  return { severity: 'error', confidence: 0.95, why };
}

function shareVerdict(value: number, name: string): Verdict | null {
  if (value >= 0 && value <= WHOLE) return null;
  if (isNamed(name, words.mayExceed)) return null;
  if (value < 0 && isNamed(name, words.signed)) return null;
  const isShare = isNamed(name, words.share);
  const why =
    value < 0
      ? { ja: '割合が0を下回っています', en: 'a share below zero' }
      : { ja: '割合が100%を超えています', en: 'a share above 100 %' };
  return isShare
    ? { severity: 'error', confidence: 0.9, why }
    : { severity: 'warning', confidence: 0.6, why };
}

function countVerdict(value: number, unit: string | null, name: string): Verdict | null {
  if (value >= 0 || isNamed(name, words.signed)) return null;
  const isCount = unit === null ? isNamed(name, words.counts) : COUNTED.test(unit);
  if (!isCount) return null;
  return {
    severity: 'error',
    confidence: 0.9,
    why: { ja: '数が0を下回っています', en: 'a count below zero' },
  };
}

const POWERS = [10, 100, 1000, 0.1, 0.01, 0.001];
const WITHIN_FACTOR = 2;

/** The sign or the power of ten that makes the number one of its row; null where none or several do. */
function repair({ value, raw }: Observation, mates: readonly Observation[]): number | null {
  const others = mates.flatMap((mate) => (mate.value === null || mate.value === 0 ? [] : [mate.value]));
  if (value === null || others.length === 0) return null;
  const ways = value < 0 ? [-value] : POWERS.map((power) => Number((value / power).toPrecision(15)));
  const fitting = ways.filter((way) =>
    others.every((other) => way / other > 1 / WITHIN_FACTOR && way / other < WITHIN_FACTOR),
  );
  // 112% may be 11.2 as well as a doubled digit of 12
  const isDoubled = /(\d)\1/u.test(raw.replace(/[^\d]/gu, '')) && value > 0;
  return fitting.length === 1 && !isDoubled ? (fitting[0] ?? null) : null;
}
