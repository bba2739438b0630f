import { describe, expect, it } from 'vitest';
import { ingestText } from '../../src/ingest/index.ts';

const MEGABYTE = 1_000_000;
/** All take under a second where the reading is linear, and minutes where it is not: a guard, no measurement. */
const GUARD_MILLISECONDS = 60_000;

const fill = (scrap: string, characters = MEGABYTE) => scrap.repeat(Math.ceil(characters / scrap.length));

describe('a megabyte of', () => {
  it.each<[string, string]>([
    ['one line', fill('あ')],
    ['spaces', `${fill(' ')}x`],
    ['tabs', `x${fill('\t', 100_000)}`],
    ['lines without a tab', fill('a\n')],
    ['unclosed tags', fill('<b>')],
    ['unclosed paragraphs', fill('<p>x')],
    ['tags never ended', fill('<b a="')],
    ['a tag with spaces', `<b${fill(' ')}`],
    ['a tag with attributes', `<td${fill(' a1=2')}>`],
    ['lone capitals', `${fill('<B>')}</B>`],
    ['comments never ended', fill('<!--')],
    ['scripts never ended', fill('<script>')],
    ['tables never closed', fill('<table>')],
    ['tables in tables', fill('<table><tr><td>')],
    ['tables on one line', `${fill('<table></table>')}\tx`],
    ['tables never closed, paragraph by paragraph', fill('<table>x\n\n')],
    ['cells spanning everything', `<table>${fill('<tr><td rowspan=65534 colspan=1000>')}`],
    ['line breaks in a cell', `<table><td>${fill('あ<br>')}`],
    ['lines in a cell', `<table><td>${fill('あ\n')}`],
    ['pipes', `|a|\n|-|\n${fill('|')}`],
    ['separators', `${fill('|---')}\n${fill('|---')}`],
    ['small pipe tables', fill('|a|\n|-|\n')],
    ['entities', fill('<b>&lt;')],
    ['asterisks', fill('**a')],
    ['underscores', fill('__a')],
    ['number signs', `# a${fill(' #')}x`],
    ['form feeds', `x${fill('\f')}`],
  ])(
    '%s',
    (_what, text) => {
      const source = ingestText({ path: 'hostile.txt', bytes: Buffer.from(text) });
      expect(source.pages.length).toBeGreaterThan(0);
    },
    GUARD_MILLISECONDS,
  );
});
