import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Says nothing to the network and asks nothing of the machine. */
const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pdf-header-footer',
];

/** Prints HTML to PDF with the browser of the machine (`chromium`, Debian's package); `isTagged` keeps the table tags. */
export function printPdf(html: string, isTagged: boolean): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'jisseki-print-'));
  try {
    const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
    writeFileSync(page, html);
    const tags = isTagged ? [] : ['--disable-pdf-tagging'];
    const profile = `--user-data-dir=${join(folder, 'profile')}`;
    execFileSync('chromium', [...QUIET, ...tags, profile, `--print-to-pdf=${pdf}`, `file://${page}`], {
      stdio: 'pipe',
    });
    return withoutClock(readFileSync(pdf));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same page gives the same bytes: dates are set, at the length they have. */
function withoutClock(pdf: Buffer): Buffer {
  const text = pdf
    .toString('latin1')
    .replace(/(\/(?:CreationDate|ModDate) \(D:)\d{14}/gu, '$120240401000000');
  return Buffer.from(text, 'latin1');
}
