import { writeFileSync } from 'node:fs';
import { printPdf } from './print.ts';
import { pageOf, SHEETS } from './sheets.ts';
import { turnPages } from './turn-pages.ts';

/**
 * Makes the PDFs of fixtures/pdf again: all, or those named. Needs Debian's chromium, fonts-ipafont and fonts-noto-cjk.
 *
 *     node bench/pdf-fixtures/make.ts ruled prose
 */
const names = new Set(process.argv.slice(2));
for (const sheet of SHEETS) {
  if (names.size > 0 && !names.has(sheet.name)) continue;
  const printed = printPdf(await pageOf(sheet), sheet.isTagged);
  const pdf = sheet.isTurned ? turnPages(printed) : printed;
  writeFileSync(`fixtures/pdf/${sheet.name}.pdf`, pdf);
  console.log(`${sheet.name}: ${Math.ceil(pdf.length / 1024)} KiB`);
}
