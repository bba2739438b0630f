import { foldText } from '../../normalize/index.ts';
import type { Tokenize, Word } from '../tokenizer.ts';
import type { Subject } from './phrases.ts';
import type { ToldSeries } from './told-series.ts';
import words from './words.json' with { type: 'json' };

const ENDINGS = words.endings.toSorted((a, b) => b.length - a.length);
const NEUTRAL = new Set(words.neutral);
const GENERIC = new Set(words.generic);
const ACTIONS = new Set(words.actions);
const FIRST = new Map(
  words.synonyms.flatMap(([first, ...others]) => others.map((other) => [other, first ?? other] as const)),
);
const SYNONYM = new RegExp([...FIRST.keys()].join('|'), 'gu');

/** One spelling for words that name the same thing: 問合せ → 相談. */
export const canonical = (text: string): string =>
  foldText(text).replace(SYNONYM, (word) => FIRST.get(word) ?? word);

/** 参加者数 → 参加, 件数 → nothing: what is counted, without how. */
function bare(noun: string): string {
  let core = noun;
  for (let ending = ENDINGS.find((each) => core.endsWith(each)); ending !== undefined; ) {
    core = core.slice(0, -ending.length);
    ending = ENDINGS.find((each) => core !== '' && core.endsWith(each));
  }
  return core;
}

/** The nouns of a phrase that name what is counted, in order. */
export function contentNouns(phrase: readonly Word[]): string[] {
  return phrase
    .filter(({ kind }) => kind === 'noun')
    .map(({ surface }) => canonical(surface))
    .map((noun) => (NEUTRAL.has(noun) ? '' : bare(noun)))
    .filter((noun) => noun !== '' && !NEUTRAL.has(noun) && /\p{L}/u.test(noun));
}

/** share: a rate; money: an amount; count: anything counted; any: the words do not say. */
export type Dimension = 'share' | 'money' | 'count' | 'any';

export function dimensionOf(label: string): Dimension {
  const text = label.replace(/[()「」]|\([^()]*\)/gu, '');
  if (/(?:率|割合|比率|認知度|満足度|浸透度)$/u.test(text)) return 'share';
  if (/(?:額|費|売上高|収入)$/u.test(text)) return 'money';
  return /数$/u.test(text) ? 'count' : 'any';
}

function dimensionOfSeries({ indicator, unit }: ToldSeries): Dimension {
  if (unit === '%' || dimensionOf(indicator) === 'share') return 'share';
  return unit?.startsWith('円') === true ? 'money' : 'count';
}

/** Whether a text may speak of the results as such: 実績は, 件数は, 前年度を. */
export const saysNothingOwn = (text: string): boolean =>
  /前年|昨年/u.test(text) || words.generic.some((generic) => text.includes(generic));

/** What an indicator counts, by its words. */
export interface Named {
  readonly label: string;
  readonly nouns: readonly string[];
  readonly head: string;
}

/** An indicator told as a goal: 就職率を17%にする。 */
const AS_GOAL = /^(.+)を[^を]*(?:する|上げる|増やす|減らす|目指す)。?$/u;

/** 移住希望者からの相談件数 → 移住, 希望, 相談; the last is its head. */
export function nameOf(indicator: string, tokenize: Tokenize): Named {
  const label = canonical(indicator)
    .replace(/\([^()]*\)/gu, '')
    .replace(/[「」『』]/gu, '');
  const nouns = contentNouns(tokenize(AS_GOAL.exec(label)?.[1] ?? label));
  const things = nouns.filter((noun) => !ACTIONS.has(noun));
  return { label: canonical(indicator), nouns, head: things.at(-1) ?? nouns.at(-1) ?? '' };
}

/**
 * Whether a text speaks of what an indicator counts: its last noun is the indicator's head, and no noun of it names
 * anything the indicator (or, in front, what stands around it) does not.
 *
 *     相談件数は       移住希望者からの相談件数    yes
 *     創業相談件数     創業件数                    no: consultations are no foundings
 *     生活系ごみが     ごみ排出量                  no: a part
 */
export function speaksOf(
  subject: Subject,
  series: ToldSeries,
  name: Named,
  context: string,
): 'same' | 'generic' | 'other' {
  const said = dimensionOf(subject.text);
  const meant = dimensionOfSeries(series);
  const nouns = contentNouns(subject.words);
  if (nouns.length === 0) return GENERIC.has(subject.text.replace(/^延べ/u, '')) ? 'generic' : 'other';
  if (said === 'share' ? meant !== 'share' : said !== 'any' && said !== meant) return 'other';
  if (said === 'any' && meant === 'share') return 'other';
  const things = nouns.filter((noun) => !ACTIONS.has(noun));
  const last = things.at(-1) ?? nouns.at(-1) ?? '';
  const isHead =
    name.head !== '' &&
    (last === name.head || (last.length > 1 && (name.head.endsWith(last) || last.endsWith(name.head))));
  if (!isHead) return 'other';
  const around = canonical(context);
  return nouns.every((noun) => name.label.includes(noun) || (noun !== last && around.includes(noun)))
    ? 'same'
    : 'other';
}

/** How much of the indicator's name the subject says, 0..1. */
export function shareSaid(subject: Subject, name: Named): number {
  const nouns = contentNouns(subject.words);
  const said = name.nouns.filter((noun) => nouns.some((each) => each.includes(noun) || noun.includes(each)));
  return nouns.length < 2 || name.nouns.length === 0 ? 0 : said.length / name.nouns.length;
}
