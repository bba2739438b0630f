import { readFile } from 'node:fs/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inBrowser } from './browser.ts';
import { type Reviewed, reviewOf } from './reviewed.ts';

const SCRIPT = '<script>window.hacked=1</script><img src=x onerror=window.hacked=1>相談件数';
const LONG = '長'.repeat(1_700_000);

/** A report in tabs whose labels are markup, and a cell of five megabytes. */
const REPORT = [
  `令和5年度 ${SCRIPT} 進捗状況報告書`,
  '',
  '指標名\t基準値\t目標値\tR2実績\tR3実績\tR4実績\tR5実績\t評価・課題',
  `${SCRIPT}\t100件\t140件\t110件\t120件\t130件\t1,350件\t<b onclick=window.hacked=1>押す</b>`,
  `見学者数\t100人\t140人\t110人\t120人\t130人\t1,350人\t${LONG}`,
].join('\n');

inBrowser('a hostile report', (openUrl) => {
  let reviewed: Reviewed;

  beforeAll(async () => {
    const pdf = await PDFDocument.load(await readFile('fixtures/pdf/ruled.pdf'));
    pdf.addJavaScript('main', 'app.alert("hacked"); this.submitForm("http://127.0.0.1:9/");');
    reviewed = await reviewOf([], {
      'a"b\' <i>..%2F&amp;.txt': REPORT,
      'scripted.pdf': await pdf.save(),
    });
  });
  afterAll(() => reviewed.close());

  it('is shown as text and runs nothing', async () => {
    const { page, complaints } = await openUrl(reviewed.at());
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.locator('.finding-option .name').first().waitFor();
    const count = await page.locator('.finding-option .name').count();
    expect(await page.locator('.finding-option .name').allTextContents()).toContain(SCRIPT);
    for (let at = 0; at < count; at += 1) {
      await page.locator('.finding-option').nth(at).click();
      await page.locator('.message').waitFor();
    }
    const own = reviewed.findings.find(({ message }) => message.ja.includes(SCRIPT))!;
    await page.locator(`#finding-${own.id}`).click();
    await expect.poll(() => page.locator('.row-panel h3').textContent()).toContain(SCRIPT);
    await expect
      .poll(() => page.locator('.text-line.has-suspect .line-text').textContent())
      .toContain(SCRIPT);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    const origin = new URL(reviewed.at()).origin;
    expect(asked.filter((url) => !url.startsWith(origin) && !url.startsWith('blob:'))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('cuts a cell of megabytes, and says how much of it', async () => {
    const { page } = await openUrl(reviewed.at());
    const record = reviewed.observations.find(({ indicator }) => indicator === '見学者数')!;
    await page.goto(
      reviewed.at(
        `#/documents/${encodeURIComponent(record.documentId)}/${encodeURIComponent(record.recordId)}`,
      ),
    );
    await expect.poll(() => page.locator('.facts').first().textContent()).toContain('文字省略');
    await expect.poll(() => page.locator('.text-line').filter({ hasText: '見学者数' }).count()).toBe(1);
    expect(Number(await page.evaluate('document.body.textContent.length'))).toBeLessThan(100_000);
    await page.context().close();
  });

  it('draws a PDF with a script and does not run it', async () => {
    const { page } = await openUrl(reviewed.at('#/documents/scripted'));
    page.on('dialog', () => expect.unreachable('a script of the PDF spoke'));
    await page.locator('.picture[data-ready=yes]').waitFor();
    await page.context().close();
  });
});
