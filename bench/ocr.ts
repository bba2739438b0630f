import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { closeReaders, type SkippedPage } from '../src/ingest/index.ts';
import { openPdf } from '../src/ingest/pdf/open-pdf.ts';
import { drawPage } from '../src/ingest/pdf/render-page.ts';
import { type ReaderData, textReader } from '../src/ingest/scan/text-reader.ts';
import { checkAsRead, readInStages } from '../src/pipeline.ts';
import type { Read } from './ocr/compare.ts';
import { compare, noOutcome, type Outcome, type Share } from './ocr/compare.ts';
import { degrade } from './ocr/degrade.ts';
import { imagePdf, type SizedPage } from './ocr/image-pdf.ts';
import { SETTINGS, type Setting } from './ocr/settings.ts';
import { seedOf } from './slips/random.ts';

/**
 * How well scans are read: pages with text are drawn, made worse in the ways scanners know, read as pictures, and compared
 * with what the same pages give by their text. Prints one table; some minutes.
 *
 *     npm run bench:ocr                                the fixtures
 *     npm run bench:ocr -- a.pdf b.pdf --only 200      other PDFs; settings whose name holds these letters
 *     npm run bench:ocr -- --scan s.pdf --truth t.pdf  a scan of the first pages of a PDF
 *     --keep folder keeps the degraded pages, --misses tells each difference, --data 4.0.0 reads with the other data, --pages 2 takes so many of each PDF
 */
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    misses: { type: 'boolean', default: false },
    data: { type: 'string' },
    pages: { type: 'string', default: '99' },
    scan: { type: 'string' },
    truth: { type: 'string' },
    keep: { type: 'string' },
  },
});
const FIXTURES = ['ruled', 'form-sheet', 'vertical-headers', 'side-by-side', 'horizontal-rules', 'prose'];
const POINTS_AN_INCH = 72;

if (options.data !== undefined) textReader.data = options.data as ReaderData;
row(
  'scan',
  'numeric cells right',
  'wrong ones marked',
  'right ones doubted',
  'CER of prose',
  'tables',
  'names',
  's/page',
);
row('---', '---', '---', '---', '---', '---', '---', '---');
if (options.scan !== undefined && options.truth !== undefined) await measureScan(options.scan, options.truth);
else {
  const paths = positionals.length > 0 ? positionals : FIXTURES.map((name) => `fixtures/pdf/${name}.pdf`);
  for (const setting of SETTINGS.filter(({ name }) => name.includes(options.only)))
    await measure(setting, paths);
}
await closeReaders();

async function measureScan(path: string, truth: string): Promise<void> {
  const outcome = noOutcome();
  const begun = performance.now();
  const scan = await read(path, readFileSync(path));
  const seconds = (performance.now() - begun) / 1000;
  const pages = scan.source.pages.length;
  compare(await firstPages(truth, pages), scan, outcome);
  tell(basename(path), outcome, seconds / pages);
}

async function measure(setting: Setting, paths: readonly string[]): Promise<void> {
  const outcome = noOutcome();
  let [seconds, pages] = [0, 0];
  for (const path of paths) {
    const clean = await firstPages(path, Number(options.pages));
    const bytes = await scanned(path, Number(options.pages), setting);
    if (options.keep !== undefined) writeFileSync(join(options.keep, basename(path)), bytes);
    const begun = performance.now();
    const scan = await read(path, bytes);
    seconds += (performance.now() - begun) / 1000;
    pages += scan.source.pages.length;
    const before = outcome.misses.length;
    compare(clean, scan, outcome);
    for (let at = before; at < outcome.misses.length; at += 1)
      outcome.misses[at] = `${basename(path, '.pdf')} ${outcome.misses[at]}`;
  }
  tell(setting.name, outcome, seconds / pages);
}

/** A PDF read by its text, its later pages left out. */
async function firstPages(path: string, pages: number): Promise<Read> {
  const bytes = readFileSync(path);
  const { document, close } = await openPdf({ path, bytes });
  const skipPages = Array.from({ length: document.numPages }, (_, at) => at + 1)
    .filter((page) => page > pages)
    .map((page) => ({ kind: 'failed', page, detail: 'not measured' }) as const);
  await close();
  return await read(path, bytes, skipPages);
}

async function read(path: string, bytes: Uint8Array, skipPages: readonly SkippedPage[] = []): Promise<Read> {
  const stages = await readInStages({ path, documentId: basename(path, '.pdf'), bytes }, { skipPages });
  return { ...stages, report: await checkAsRead(stages.read) };
}

async function scanned(path: string, pages: number, setting: Setting): Promise<Uint8Array> {
  const { document, close } = await openPdf({ path, bytes: readFileSync(path) }, 'showing');
  const made: SizedPage[] = [];
  for (let page = 1; page <= Math.min(pages, document.numPages); page += 1) {
    const drawn = await drawPage(document, page, () => setting.dpi / POINTS_AN_INCH);
    if (drawn.kind === 'tooLarge') continue;
    const png = drawn.canvas.toBuffer('image/png');
    const { width, height } = drawn;
    made.push({
      width,
      height,
      scanned: await degrade(png, setting, seedOf(basename(path), setting.name, String(page))),
    });
  }
  await close();
  return await imagePdf(made);
}

function tell(name: string, { misses, ...shares }: Outcome, secondsAPage: number): void {
  const { numeric, marked, doubted, prose, tables, names } = shares;
  row(
    name,
    `${numeric.are}/${numeric.of} ${percent(numeric)}`,
    `${marked.are}/${marked.of}`,
    percent(doubted),
    percent(prose),
    `${tables.are}/${tables.of}`,
    percent(names),
    secondsAPage.toFixed(1),
  );
  if (options.misses) for (const miss of misses) console.log(`    ${miss}`);
}

function percent({ of, are }: Share): string {
  return of === 0 ? '–' : `${((100 * are) / of).toFixed(1)} %`;
}

function row(...cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}
