import { existsSync } from 'node:fs';
import { env } from 'node:process';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';

const EXECUTABLE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page opened for a test, and what its console complained of. */
export interface OpenPage {
  readonly page: Page;
  readonly complaints: readonly string[];
}

export type OpenUrl = (url: string, options?: BrowserContextOptions) => Promise<OpenPage>;

/**
 * Tests in a real browser: one for the file, a fresh profile for each page. Without chromium they are skipped and say so; in
 * CI that is a failure.
 */
export function inBrowser(name: string, tests: (open: OpenUrl) => void): void {
  if (EXECUTABLE === undefined && !env.CI)
    console.warn(`NOT TESTED: ${name}; this machine has no chromium (apt-get install chromium)`);
  describe.skipIf(EXECUTABLE === undefined && !env.CI)(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ ...(EXECUTABLE && { executablePath: EXECUTABLE }), args: FLAGS });
    });
    afterAll(() => browser.close());
    tests(async (url, options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.setDefaultTimeout(20_000);
      await page.goto(url);
      return { page, complaints };
    });
  });
}
