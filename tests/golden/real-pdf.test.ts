import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readReport } from '../../src/pipeline.ts';
import { compare, readGoldenValues } from './golden-values.ts';

/** Real sheets stand beside a checkout; figures and labels read from their pictures stand here. */
const PDFS = '../shared/pdf/real';
const GOLDEN = 'tests/golden/real-pdf';
const isThere = existsSync(PDFS);
if (!isThere) console.warn(`SKIPPED: ${PDFS} is not here, so the values of real PDFs are not compared.`);

/** What is known to be read otherwise than a person reads it; a line that no longer differs has to go. */
const OPEN: { readonly [name: string]: readonly string[] } = {
  nobeoka_r8_june_supplementary_budget: [
    'p.9 not found: 下水処理施設等維持管理業務委託事業費 | 一般財源 | * | 2027-04-01 | missing   | ',
    'p.9 not found: 「水の官民連携」(ウォーターPPP)実施方針策定等業務委託事業費 | 一般財源 | * | 2027-04-01 | missing   | ',
    'p.9 not found: 企業会計合計 | 一般財源 | * | * | missing   | ',
    'p.10 not found: 社会教育総務費 | * | * | * | * 7618000 円 | 7,618',
  ],
};

const names = readdirSync(GOLDEN).map((file) => file.replace(/\.tsv$/u, ''));

test.skipIf(!isThere).each(names)('%s: every value as its picture shows it', async (name) => {
  const path = `${PDFS}/${name}.pdf`;
  const report = await readReport({ path, documentId: name, bytes: readFileSync(path) });
  const { differences } = compare(readGoldenValues(`${GOLDEN}/${name}.tsv`), report.observations);
  expect(differences).toEqual(OPEN[name] ?? []);
});
