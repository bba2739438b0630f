import { createCanvas, GlobalFonts, loadImage, PDFDocument, type SKRSContext2D } from '@napi-rs/canvas';
import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { closeReaders } from '../../src/ingest/index.ts';
import { readReport } from '../../src/pipeline.ts';

const FONT = [
  'Noto Sans CJK JP',
  'Noto Serif CJK JP',
  'IPAGothic',
  'IPAexGothic',
  'Hiragino Sans',
  'Yu Gothic',
].find((family) => GlobalFonts.has(family));
if (FONT === undefined)
  console.warn('NOT TESTED: reading a scan; this machine has no Japanese type (install fonts-noto-cjk)');

const ROWS = [
  ['指標名', '基準値', '目標値', 'R4実績', 'R5実績', '達成率'],
  ['相談件数', '120件', '1,350件', '1,104件', '1,242件', '92.0%'],
  ['講座の参加者数', '45人', '80人', '—', '62人', '77.5%'],
];
const WIDTHS = [460, 300, 300, 300, 300, 300];
const HEIGHT = 90;

/** A page at 300 dpi, askew by 1.2°, on grey paper with grain, as JPEG. */
async function scanned(): Promise<Buffer> {
  const canvas = createCanvas(2480, 1000);
  const paper = canvas.getContext('2d');
  paper.fillStyle = '#e4e2dc';
  paper.fillRect(0, 0, 2480, 1000);
  paper.rotate((1.2 * Math.PI) / 180);
  paper.fillStyle = paper.strokeStyle = '#222';
  paper.lineWidth = 3;
  paper.font = `52px "${FONT}"`;
  paper.fillText('進捗状況報告書（令和5年度）', 260, 140);
  paper.font = `40px "${FONT}"`;
  for (const [row, cells] of ROWS.entries()) {
    let x = 260;
    for (const [column, text] of cells.entries()) {
      const y = 220 + row * HEIGHT;
      paper.strokeRect(x, y, WIDTHS[column]!, HEIGHT);
      paper.fillText(text, x + 16, y + 58);
      x += WIDTHS[column]!;
    }
  }
  const picture = paper.getImageData(0, 0, 2480, 1000);
  for (let at = 0; at < picture.data.length; at += 4) {
    const grain = ((at * 2_654_435_761) >>> 24) % 9;
    for (let channel = 0; channel < 3; channel += 1) picture.data[at + channel]! -= grain;
  }
  return await sharp(Buffer.from(picture.data), { raw: { width: 2480, height: 1000, channels: 4 } })
    .flatten()
    .withMetadata({ density: 300 })
    .jpeg({ quality: 70 })
    .toBuffer();
}

afterAll(closeReaders);

it.skipIf(FONT === undefined)('a scan is read as the report it shows', { timeout: 60_000 }, async () => {
  const report = await readReport({ path: 'scan.jpg', documentId: 'scan', bytes: await scanned() });
  const told = report.observations.map(({ indicator, measure, timePeriod, raw, value, unit }) =>
    [indicator, measure, timePeriod?.label ?? '', raw, value ?? '', unit ?? ''].join(' | '),
  );
  expect(told).toEqual([
    '相談件数 | baseline |  | 120件 | 120 | 件',
    '相談件数 | target |  | 1,350件 | 1350 | 件',
    '相談件数 | actual | R4 | 1,104件 | 1104 | 件',
    '相談件数 | actual | R5 | 1,242件 | 1242 | 件',
    '相談件数 | achievementRate |  | 92.0% | 92 | %',
    '講座の参加者数 | baseline |  | 45人 | 45 | 人',
    '講座の参加者数 | target |  | 80人 | 80 | 人',
    '講座の参加者数 | actual | R4 | — |  | ',
    '講座の参加者数 | actual | R5 | 62人 | 62 | 人',
    '講座の参加者数 | achievementRate |  | 77.5% | 77.5 | %',
  ]);
  for (const { provenance } of report.observations) {
    expect(provenance.source).toBe('ocr');
    expect(provenance.box).not.toBeNull();
  }
  expect(report.document.source).toMatchObject({ mediaType: 'image/jpeg', pages: 1 });
});

it.skipIf(FONT === undefined)(
  'a page of a PDF without text is read by its picture',
  { timeout: 60_000 },
  async () => {
    const pdf = new PDFDocument();
    // 2480 × 1000 pixels at 300 dpi
    const page = pdf.beginPage(595, 240) as unknown as SKRSContext2D;
    page.drawImage(await loadImage(await scanned()), 0, 0, 595, 240);
    pdf.endPage();
    const report = await readReport({ path: 'scan.pdf', documentId: 'scan', bytes: pdf.close() });
    const actual = report.observations.find(({ raw }) => raw === '1,104件');
    expect(actual).toMatchObject({ indicator: '相談件数', measure: 'actual', obsStatus: 'A' });
    expect(actual?.provenance).toMatchObject({ source: 'ocr', page: 1 });
    // left of the cell: 260 + 460 + 300 + 300 pixels, four to the point and a bit, turned by 1.2°
    expect(Math.abs(actual!.provenance.box![0] - (1320 * 72) / 300)).toBeLessThan(4);
  },
);
