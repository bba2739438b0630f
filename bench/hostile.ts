import { readReport } from '../src/pipeline.ts';

/** A megabyte of what breaks careless readers; every one must end in well under a second. */
const MEGABYTE = 1_000_000;
const fill = (piece: string): string => piece.repeat(Math.ceil(MEGABYTE / Buffer.byteLength(piece)));
const texts: { [name: string]: string } = {
  'one line of digits and commas': fill('1,'),
  'one line of brackets': fill('('),
  'one line of kanji numerals': fill('一'),
  'one line of 千 and 億': fill('千億'),
  'one line of prose': fill('令和5年度は12件の相談があり、'),
  'one line of years': fill('R5 '),
  'one line of arrows': fill('▼'),
  'one line of spaces': `${fill('　')}あ`,
  'lines of one tab': fill('a\tb\n'),
  'one row of tabs': fill('1\t').slice(0, 400_000),
  'header and a long column': `指標名\t目標値\tR5実績\n${fill('件数\t10件\t9件\n')}`,
  'form rows': fill('担当課\t商工課\n'),
  headings: fill('基本目標1 あ\n'),
  'open tags': fill('<td>'),
  pipes: `| a | b |\n|---|---|\n${fill('| 1 | 2 |\n')}`,
  'aligned columns': fill('人口  304,703  304,705\n'),
  'slash chains': fill('1/'),
  'department chain': `指標名\t目標値\tR5実績\t担当課\n件数\t1\t2\t${fill('課、')}`,
};

console.log('| a megabyte of | seconds | observations |\n| --- | --- | --- |');
for (const [name, text] of Object.entries(texts)) {
  const started = performance.now();
  const report = await readReport({ path: 'hostile.txt', documentId: 'hostile', bytes: Buffer.from(text) });
  console.log(
    `| ${name} | ${((performance.now() - started) / 1000).toFixed(2)} | ${report.observations.length} |`,
  );
}
