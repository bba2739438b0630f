import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the README’s table of rules is what `npm run rules` prints', () => {
  const printed = execFileSync(process.execPath, ['bench/rules.ts'], { encoding: 'utf8' }).trim();
  const [, written] =
    /<!-- rules -->\n\n([\s\S]*?)\n\n<!-- \/rules -->/u.exec(readFileSync('README.md', 'utf8')) ?? [];
  expect(written).toBe(printed);
});
