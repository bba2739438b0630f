import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { startReview } from '../src/review/server/index.ts';
import { makeReviewFolder } from './review-folder.ts';

/**
 * How long a person waits at the review page, in a real browser: until the first finding stands there with its page, and
 * from a key to the next finding with its page. 100 reports, 100,000 values, 5,000 findings. Build the page first.
 */
const STARTS = 5;
const STEPS = 200;
/** A person looks at a finding for at least this long; what comes next is fetched meanwhile. */
const LOOK_MILLISECONDS = 250;

/** In the page: what is asked of every frame until the finding's words, and its page where it has one, are there. */
const IS_SHOWN = `(() => {
  const picture = document.querySelector('.picture');
  const text = document.querySelector('.text-line.has-suspect');
  return text !== null || picture?.dataset.ready === 'yes';
})()`;
const WHEN_SHOWN = `new Promise((done) => {
  let message = 0;
  const look = () => {
    if (!message && document.querySelector('.message')) message = performance.now();
    if (message && ${IS_SHOWN}) done({ message, page: performance.now() });
    else requestAnimationFrame(look);
  };
  look();
})`;
const WATCH_STEP = `(() => {
  const before = location.hash;
  const words = document.querySelector('.message').textContent;
  window.stepTaken = new Promise((done) => {
    addEventListener('keydown', () => {
      const began = performance.now();
      const look = () => {
        const isNext = location.hash !== before && document.querySelector('.message').textContent !== words;
        if (isNext && ${IS_SHOWN}) done(performance.now() - began);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, { once: true, capture: true });
  });
})()`;

const folder = join(tmpdir(), 'jisseki-review-bench', 'out');
if (!existsSync(join(folder, 'run.json'))) await makeReviewFolder(folder);
const review = await startReview({ folder });
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ],
});

const starts: { readonly message: number; readonly page: number }[] = [];
for (let at = 0; at < STARTS; at += 1) {
  const page = await openPage();
  starts.push(await page.evaluate(WHEN_SHOWN));
  await page.context().close();
}
tell(
  'first finding to be read',
  starts.map(({ message }) => message),
);
tell(
  'first finding with its page drawn',
  starts.map(({ page }) => page),
);

const page = await openPage();
await page.evaluate(WHEN_SHOWN);
await page.keyboard.press('j');
tell('next finding, by j', await stepped(page, 'j'));
tell('verdict and next finding, by 4', await stepped(page, '4'));
await browser.close();
await review.close();

async function openPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const opened = await context.newPage();
  await opened.goto(review.url, { waitUntil: 'commit' });
  return opened;
}

/** From the key's event to the frame that shows another finding with its page. */
async function stepped(page: Page, key: string): Promise<number[]> {
  const taken: number[] = [];
  for (let at = 0; at < STEPS; at += 1) {
    await page.evaluate(WATCH_STEP);
    await page.keyboard.press(key);
    taken.push(await page.evaluate('window.stepTaken'));
    await page.waitForTimeout(LOOK_MILLISECONDS);
  }
  return taken;
}

function tell(name: string, milliseconds: readonly number[]): void {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(0);
  console.log(`${name}: median ${at(0.5)} ms, 95 % within ${at(0.95)} ms (${sorted.length} times)`);
}
