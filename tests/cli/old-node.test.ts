import { expect, it } from 'vitest';
import { tellOldNode } from '../../src/cli/old-node.ts';

it.each([
  ['18.19.1', true],
  ['22.12.0', true],
  ['22.13.0', false],
  ['24.1.0', false],
])('Node %s is too old: %s', (version, isTooOld) => {
  const lines: string[] = [];
  expect(tellOldNode(version, (line) => lines.push(line))).toBe(isTooOld);
  expect(lines.join('')).toMatch(
    isTooOld ? new RegExp(`^jisseki: .*${version}.*22\\.13 or newer.*\\n$`) : /^$/,
  );
});
