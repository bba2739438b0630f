import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Reading } from '../../src/model/index.ts';
import * as normalize from '../../src/normalize/index.ts';

const {
  readCell,
  readNumber,
  findNumbers,
  findPeriods,
  readPeriod,
  readUnit,
  splitDepartments,
  isDepartment,
  labelKey,
  foldText,
} = normalize;
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  readCell,
  readNumber,
  findNumbers,
  findPeriods,
  readPeriod,
  readUnit,
  splitDepartments,
  isDepartment,
  labelKey,
  foldText,
  isPeriodOnly: (text) => normalize.isPeriodOnly(text),
  isMissingMark: normalize.isMissingMark,
  readRatingMark: normalize.readRatingMark,
};

/** Pieces of real cells in any order: more telling than random characters. */
const PIECES = [
  '1',
  '12',
  '1,234',
  '0.5',
  '千',
  '百',
  '万',
  '億',
  '円',
  '人',
  '件',
  '%',
  '㎡',
  '/',
  '年',
  'か年',
  '年間',
  '年度',
  '(',
  ')',
  '（',
  '）',
  '△',
  '▲',
  '-',
  '－',
  '～',
  '、',
  '。',
  ' ',
  '\n',
  '約',
  '計',
  '累計',
  '平均',
  '以上',
  '増加',
  '減',
  'R5',
  'H27',
  '令和',
  '元',
  '○',
  '×',
  '〇',
  '一',
  '三',
  '分の',
  'と',
  '割',
  '※',
  '①',
  '小学校',
  '平日:',
  '課',
  '集計中',
  '全国平均',
  'を維持する',
  'x',
  '第',
  'e',
  '.',
  ':',
  '１',
  'ー',
];
const broken = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''));

describe('whatever stands in a cell', () => {
  it('is read without an exception, and the reading is valid', () => {
    const schema = Reading.strict();
    const contexts = fc.record({
      expects: fc.constantFrom('any', 'quantity', 'rating', 'count'),
      multiplier: fc.constantFrom(0, 3, 6),
      unit: fc.constantFrom(null, '円', '人'),
    });
    fc.assert(
      fc.property(fc.oneof(broken, fc.string({ unit: 'binary' }), fc.string()), contexts, (raw, context) => {
        const { period, ...reading } = readCell(raw, context as normalize.CellContext);
        expect(schema.safeParse(reading).success).toBe(true);
        expect(reading.kind === 'quantity').toBe(reading.value !== null);
        if (period !== null) expect(raw.includes(period.label)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('makes no reader throw, and mentions point into the text', () => {
    fc.assert(
      fc.property(fc.oneof(broken, fc.string({ unit: 'binary' })), (text) => {
        for (const read of Object.values(READERS)) read(text);
        for (const mention of [...findNumbers(text), ...findPeriods(text)]) {
          expect(text.slice(mention.start, mention.end)).toBe(mention.text);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

const SEEDS = [
  '1',
  '一',
  '1,',
  '1 ',
  '1.',
  '(',
  '(1)',
  '令和5',
  'H27~',
  '1千',
  '1万',
  '件',
  '約',
  '課 ',
  '1/',
  '1-1',
  '分の',
  '1と',
  '1人1日',
  '12点',
  '5年',
  'ｶﾞ',
  ' ',
  '、',
  'a@',
  '1件/',
  '1割',
  '○ 1',
];
const LENGTH = 100_000;
/** Linear readers take seconds for all of it, a quadratic one would take hours: a guard, no measurement. */
const GUARD_MILLISECONDS = 120_000;

describe('a hostile line', () => {
  it.each(Object.entries(READERS))(
    '%s comes to the end of it',
    (_name, read) => {
      for (const seed of SEEDS) {
        const long = seed.repeat(LENGTH / seed.length);
        expect(() => read(long), `${seed} × ${long.length}`).not.toThrow();
      }
    },
    GUARD_MILLISECONDS,
  );

  it('a deeply bracketed cell is read', () => {
    expect(readCell(`${'('.repeat(999)}5${')'.repeat(999)}`).kind).toMatch(/quantity|text/u);
  });
});
