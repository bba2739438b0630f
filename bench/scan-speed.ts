import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import PQueue from 'p-queue';
import sharp from 'sharp';
import { searchablePictures } from '../src/emit/searchable/searchable-pdf.ts';
import { closeReaders } from '../src/ingest/index.ts';
import { renderPage } from '../src/ingest/pdf/render-page.ts';
import { readReport } from '../src/pipeline.ts';

/**
 * How long scanned pages take, side by side with the native tesseract (whole page, Japanese, psm 11) on the same pictures and
 * cores, and whether memory grows with pages: `npm run bench:scans [scan.pdf …]`. Without files, pages of the fixtures are
 * printed and taken for scans.
 */
const FIXTURES = ['form-sheet', 'ruled', 'side-by-side', 'horizontal-rules'].map(
  (name) => `fixtures/pdf/${name}.pdf`,
);
const PAGES_A_FILE = 4;
const DPI = 200;
const PAGES = 40;
const MEGABYTE = 2 ** 20;

const run = promisify(execFile);

interface Scan {
  readonly png: Buffer;
  readonly jpeg: Buffer;
  /** in points */
  readonly width: number;
  readonly height: number;
}

async function scansOf(path: string, most: number): Promise<Scan[]> {
  const bytes = await readFile(path);
  const scans: Scan[] = [];
  for (let page = 1; page <= most; page += 1) {
    const picture = await renderPage({ path, bytes }, page, DPI / 72);
    if (picture.kind !== 'rendered') break;
    const grey = sharp(picture.canvas.toBuffer('image/png')).flatten({ background: '#fff' }).greyscale();
    const { width, height } = picture;
    const png = await grey.clone().withMetadata({ density: DPI }).png().toBuffer();
    scans.push({ png, jpeg: await grey.jpeg({ quality: 80 }).toBuffer(), width, height });
  }
  return scans;
}

async function pdfOf(scans: readonly Scan[]): Promise<Uint8Array> {
  async function* photos() {
    yield* scans;
  }
  return await searchablePictures(photos(), []);
}

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
};

/** Seconds of the native tesseract for all pages, as many at once as there are cores; null where it is not installed. */
async function nativeSeconds(scans: readonly Scan[]): Promise<number | null> {
  const folder = await mkdtemp(join(tmpdir(), 'jisseki-bench-'));
  try {
    const files = await Promise.all(
      scans.map(async ({ png }, at) => {
        const file = join(folder, `${at}.png`);
        await writeFile(file, png);
        return file;
      }),
    );
    const queue = new PQueue({ concurrency: availableParallelism() });
    const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
    return await secondsOf(() =>
      Promise.all(
        files.map((file) =>
          queue.add(() => run('tesseract', [file, 'stdout', '-l', 'jpn', '--psm', '11'], { env })),
        ),
      ),
    );
  } catch {
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compareSpeed(scans: readonly Scan[]): Promise<void> {
  const bytes = await pdfOf(scans);
  const own = await secondsOf(() => readReport({ path: 'scan.pdf', documentId: 'scan', bytes }));
  const native = await nativeSeconds(scans);
  const each = (seconds: number): string => `${(seconds / scans.length).toFixed(2)} s a page`;
  const compared =
    native === null
      ? 'native tesseract is not installed'
      : `native tesseract ${each(native)}, ratio ${(own / native).toFixed(2)}`;
  console.log(`${scans.length} pages on ${availableParallelism()} cores: jisseki ${each(own)}, ${compared}`);
}

/** Resident memory as each page is begun, of a scan that repeats its pages. */
async function growth(scans: readonly Scan[]): Promise<void> {
  const many = Array.from({ length: PAGES }, (_, at) => scans[at % scans.length]!);
  const bytes = await pdfOf(many);
  const held: number[] = [];
  const onPage = (page: number): void => {
    if (page === held.length + 1) held.push(process.memoryUsage.rss() / MEGABYTE);
  };
  const seconds = await secondsOf(() =>
    readReport({ path: 'scan.pdf', documentId: 'scan', bytes }, { onPage }),
  );
  const most = (from: number, to: number): string => Math.max(...held.slice(from, to)).toFixed(0);
  console.log(
    `${PAGES} pages: ${(seconds / PAGES).toFixed(2)} s a page; most memory in pages 1–10 ${most(0, 10)} MB, ` +
      `11–20 ${most(10, 20)} MB, 31–40 ${most(30, 40)} MB`,
  );
}

const files = process.argv.slice(2);
const scans: Scan[] = [];
for (const path of files.length > 0 ? files : FIXTURES)
  scans.push(...(await scansOf(path, files.length > 0 ? PAGES_A_FILE : 1)));
await compareSpeed(scans);
await growth(scans);
await closeReaders();
