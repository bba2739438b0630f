import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import kuromoji from 'kuromoji';
import { describe, expect, it } from 'vitest';
import { readDictionary } from '../../../src/check/ipadic/dictionary.ts';
import { cheapestPath } from '../../../src/check/ipadic/lattice.ts';

const dicPath = join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict');
const dictionary = await readDictionary(dicPath);
const model = await new Promise<kuromoji.Tokenizer<kuromoji.IpadicFeatures>>((resolve, reject) => {
  kuromoji.builder({ dicPath }).build((error, tokenizer) => (error ? reject(error) : resolve(tokenizer)));
});

const wordsOf = (text: string): string[] =>
  cheapestPath(text, dictionary).map(({ start, end, features }) =>
    [text.slice(start, end), ...features].join(','),
  );
const wordsOfKuromoji = (text: string): string[] =>
  model
    .tokenize(text)
    .map(({ surface_form, pos, pos_detail_1, pos_detail_2 }) =>
      [surface_form, pos, pos_detail_1, pos_detail_2].join(','),
    );

describe('the words kuromoji gives', () => {
  it.each(readdirSync('tests/golden/layouts').filter((name) => !name.includes('.')))('%s', (name) => {
    const text = readFileSync(`tests/golden/layouts/${name}/report.txt`, 'utf8');
    const clauses = new Set(text.match(/[^、。\n\0\ufffd]+[、。]?/gu));
    for (const clause of clauses) expect(wordsOf(clause)).toEqual(wordsOfKuromoji(clause));
  });

  it('also in texts nobody wrote', () => {
    const character = fc.oneof(
      fc.constantFrom(...'のはがをにと数件人年度増減相談参加者率市空き家カー・ABab09%㎡①Ж ー「」(),.'),
      fc.integer({ min: 0x20, max: 0xd7ff }).map((code) => String.fromCodePoint(code)),
    );
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 60 }), (text) => {
        const clause = text.replace(/[、。]/gu, '');
        expect(wordsOf(clause)).toEqual(wordsOfKuromoji(clause));
      }),
    );
  });
});

describe('words cover the text, also where kuromoji', () => {
  it.each([
    ['counts characters beyond the basic plane twice', '𠮷野家😀😀の相談', ['相談,名詞,サ変接続,*']],
    ['breaks on a zero', '相談\0件数', ['相談,名詞,サ変接続,*']],
  ])('%s', (_what, text, some) => {
    expect(wordsOf(text)).toEqual(expect.arrayContaining(some));
    expect(
      cheapestPath(text, dictionary)
        .map(({ start, end }) => text.slice(start, end))
        .join(''),
    ).toBe(text);
  });

  it('a run of one kind the dictionary does not hold is one word, however long', () => {
    const run = 'ヌポ'.repeat(50_000);
    expect(wordsOf(`${run}の`)).toEqual([`${run},名詞,一般,*`, 'の,助詞,連体化,*']);
  });

  it('nothing has no words', () => {
    expect(wordsOf('')).toEqual([]);
  });
});
