import { readdirSync, statSync } from 'node:fs';
import { build } from 'vite';

const SOURCES = ['src/review/web', 'src/review/api.ts', 'vite.config.ts', 'package-lock.json'];
const BUILT = 'dist/review/web/index.html';

/** Builds the page once before the tests, where its sources are younger than what was built. */
export async function setup(): Promise<void> {
  const built = statSync(BUILT, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (SOURCES.some((path) => youngestOf(path) > built)) await build({ configFile: 'vite.config.ts' });
}

function youngestOf(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const entries = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return Math.max(...entries.map((entry) => statSync(`${path}/${entry}`).mtimeMs));
}
