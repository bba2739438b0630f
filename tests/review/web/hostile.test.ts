import { readFile } from 'node:fs/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inBrowser } from './browser.ts';
import { type Reviewed, reviewOf } from './reviewed.ts';

const SCRIPT = '<script>window.hacked=1</script><img src=x onerror=window.hacked=1>相談件数';
const LONG = '長'.repeat(1_700_000);

const escaped = (text: string): string => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const row = (tag: string, cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;

/** A report whose labels are markup, written as text, and with a cell of five megabytes. */
const REPORT = `<html><body><h1>令和5年度 ${escaped(SCRIPT)} 進捗状況報告書</h1>
<table>
${row('th', ['取組内容', 'KPI', 'R2実績', 'R3実績', 'R4実績', 'R5実績', '評価・課題'])}
${row('td', ['窓口を開いた', SCRIPT, '110件', '120件', '130件', '1,350件', '<b onclick=window.hacked=1>押す</b>'])}
${row('td', ['館内を案内した', '見学者数', '110人', '120人', '130人', '1,350人', LONG])}
</table></body></html>`;

inBrowser('a hostile report', (openUrl) => {
  let reviewed: Reviewed;

  beforeAll(async () => {
    const pdf = await PDFDocument.load(await readFile('fixtures/pdf/ruled.pdf'));
    pdf.addJavaScript('main', 'app.alert("hacked"); this.submitForm("http://127.0.0.1:9/");');
    reviewed = await reviewOf([], {
      'a"b\' <i>..%2F&amp;.html': REPORT,
      'scripted.pdf': await pdf.save(),
    });
  });
  afterAll(() => reviewed.close());

  it('is shown as text and runs nothing', async () => {
    const { page, complaints } = await openUrl(reviewed.at());
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.locator('.finding-option .name').first().waitFor();
    const count = reviewed.findings.length;
    expect(await page.locator('.finding-option .name').allTextContents()).toContain(SCRIPT);
    for (let at = 2; at <= count; at += 1) {
      await page.keyboard.press('j');
      await page.locator(`.finding-option.is-chosen[aria-posinset="${at}"]`).waitFor();
    }
    const own = reviewed.findings.find(({ message }) => message.ja.includes(SCRIPT))!;
    await page.goto(reviewed.at(`#/findings/${own.id}`));
    await expect.poll(() => page.locator('.row-panel h3').textContent()).toContain(SCRIPT);
    await expect
      .poll(() => page.locator('.text-line.has-suspect .line-text').textContent())
      .toContain(escaped(SCRIPT));
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    const origin = new URL(reviewed.at()).origin;
    expect(asked.filter((url) => !url.startsWith(origin) && !url.startsWith('blob:'))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('cuts a cell of megabytes, and says how much of it', async () => {
    const { page } = await openUrl(reviewed.at());
    await page.locator('.message').waitFor();
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
