import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/index.ts';
import { readReport } from '../../src/pipeline.ts';

const REPORTS = ['fixtures', 'tests/golden/layouts'].flatMap((folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'pdf')
    .map(({ name }) => `${folder}/${name}/report.txt`),
);

/** They tell of spellings: what a word should be, and what is left of it when it is folded. */
const OF_SPELLINGS = new Set(['text-damage', 'label-variant']);

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu;

/** Japanese words of a text that the report itself does not print. */
function ownWords(said: string, report: string): string[] {
  return (said.match(JAPANESE) ?? []).filter((word) => !report.includes(word));
}

const figuresOf = ({ evidence }: Finding): string =>
  Object.entries(evidence)
    .filter(([name]) => !name.startsWith('also: '))
    .flat()
    .join('\n');

describe.each(REPORTS)('findings on %s', (path) => {
  test('ok. English messages and evidence hold no Japanese but what the report prints', async () => {
    const report = await readReport({ path, documentId: 'd', bytes: readFileSync(path) });
    const printed = report.text.replace(/\s/gu, '');
    const told = report.findings.filter(({ rule }) => !OF_SPELLINGS.has(rule));
    const foreign = told.flatMap((finding) =>
      ownWords(`${finding.message.en}\n${finding.likelier?.message.en}\n${figuresOf(finding)}`, printed),
    );
    expect(foreign).toEqual([]);
    const untranslated = told.filter(({ message }) => !/\p{Script=Hiragana}/u.test(message.ja));
    expect(untranslated.map(({ rule }) => rule)).toEqual([]);
  });
});
