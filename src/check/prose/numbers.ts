import { findNumbers, type NumberMention, readNumber } from '../../normalize/index.ts';
import type { Interval } from '../interval.ts';
import { type Counted, countedBy, labelBefore } from './counted.ts';
import { reachOf, type Sentence, yearSpokenOf } from './sentences.ts';
import { printedInterval } from './told-series.ts';

/** A number of a text that says how much of something there was. */
export interface NumberClaim {
  readonly said: string;
  readonly raw: string;
  readonly unit: string;
  readonly value: number;
  readonly interval: Interval;
  /** level: so many there were; change: so many more or fewer */
  readonly role: 'level' | 'change';
  /** the part of the sentence its subjects stand in */
  readonly reach: string;
  /** made when asked for: it takes the words of the sentence */
  readonly subjects: () => readonly Counted[];
  readonly year: () => { readonly end: string; readonly label: string } | null;
  /** the year stands right in front of the number */
  readonly isDated: boolean;
}

const PER =
  /(?:毎[年月週日回]|週に?|月に?|年に?|各[^、。]{0,4}|1日に?|1回に?|当たり|あたり|ごとに?|[1-9]人に|うち|のうち|以外|新たに|新規に|新しく|追加で|最大|最低|定員|残り|全)$/u;
const BEHIND_IS_PER =
  /^(?:ごと|おき|ずつ|程度|ほど|前後|弱|強|余|以上|以下|未満|超|を超|を上回|を下回|を切|間|目|当たり|あたり|\/|か所あたり)/u;
const PLANNED =
  /^(?:[^。、がも]{0,8}(?:予定|見込|目指|計画|想定|上限|を推進|めざ|とする)|(?:を|の|が|とする)?目標)/u;
const ABOUT = /(?:約|およそ|おおよそ|概ね|ほぼ|延べ約)$/u;
const FROM = /^(?:から|より|→|⇒|~)/u;
const CHANGE = /^(?:の)?(?:増加|減少|増(?!員)|減(?!額|免)|上昇|低下|上回|下回|伸び)/u;
/** A month in the same clause: the number is of that month or up to it, the row's is of the year. */
const MONTH = /\d月(?!から|より|以降)[^、。]*$/u;
/** 35法人増加: a counter nobody listed takes the word of change with it. */
const UNIT_AND_CHANGE = /^(.+?)(増加|減少|増|減)?$/u;
const YEAR = '(?:[HRS]\\d{1,2}|(?:平成|令和|昭和)(?:\\d{1,2}|元))年?度?';
/** 空き家活用件数: H27年度 2件 ⇒ R1年度 10件 */
const LABEL = new RegExp(
  `([^(:、。⇒→]{2,60}): ?(?:件数: ?)?(?:${YEAR} ?[^⇒→(:、。]{1,14} ?[⇒→] ?)?${YEAR} ?$`,
  'u',
);
const DATED = new RegExp(`${YEAR}(?:は|の|に|で)?[:、]? ?$`, 'u');
const TRAILING = 16;
const LONGEST_LABEL = 100;

/** The numbers of a sentence that say what was reached, with what they count. */
export function numbersOf(sentence: Sentence): NumberClaim[] {
  const { text } = sentence;
  return findNumbers(text).flatMap((mention): NumberClaim[] => {
    const [, unit, swallowed = ''] = UNIT_AND_CHANGE.exec(mention.unit ?? '') ?? [];
    const before = text.slice(Math.max(0, mention.start - TRAILING), mention.start);
    const after = swallowed + text.slice(mention.end);
    const label = LABEL.exec(text.slice(Math.max(0, mention.start - LONGEST_LABEL), mention.start));
    if (unit === undefined || PER.test(before) || BEHIND_IS_PER.test(after)) return [];
    if (
      ABOUT.test(before) ||
      (label === null && FROM.test(after)) ||
      PLANNED.test(after) ||
      MONTH.test(text.slice(Math.max(0, mention.start - LONGEST_LABEL), mention.start))
    )
      return [];
    const role = CHANGE.test(after) || unit === 'ポイント' ? 'change' : 'level';
    if (role === 'level' && /(?:前年|昨年|目標|基準)[^、。]{0,8}(?:から|より|比|対し)$/u.test(before))
      return [];
    const precision = precisionOf(mention);
    const reach = reachOf(text, mention.start, mention.end);
    return [
      {
        said: clauseOf(text, mention),
        raw: mention.text,
        unit,
        value: mention.value,
        interval: printedInterval(mention.value, precision, unit),
        role,
        reach: text.slice(reach.start, reach.end),
        subjects: () =>
          label === null
            ? countedBy(sentence.words(reach), mention)
            : labelBefore(sentence.words(reach), mention.start - label[0].length + (label[1] ?? '').length),
        year: () => yearSpokenOf(sentence, mention.start),
        isDated: label !== null || DATED.test(before),
      },
    ];
  });
}

function clauseOf(text: string, { start, end }: NumberMention): string {
  const from = Math.max(text.lastIndexOf('、', start - 1), text.lastIndexOf('。', start - 1)) + 1;
  const to = text.slice(end).search(/[、。]/u);
  return text.slice(from, to < 0 ? text.length : end + to).trim();
}

function precisionOf({ numeral, value }: NumberMention): number {
  const read = readNumber(numeral);
  const bare = Number(read?.value ?? value);
  return Number(read?.precision ?? 1) * (bare === 0 ? 1 : Math.abs(value / bare));
}
