import { expect, it } from 'vitest';
import type { RecordedVerdict } from '../../src/model/index.ts';
import { MutedRules } from '../../src/verdict/muted-rules.ts';
import { Standing } from '../../src/verdict/standing.ts';

const line = (
  by: string | null,
  verdict: RecordedVerdict['verdict'],
  fingerprint = 'f',
): RecordedVerdict => ({
  ...{ fingerprint, findingId: 'r5-f', verdict, value: null, note: null, by },
  ...{ at: '2026-01-01T00:00:00.000Z', compared: null },
});

it.each<[string, readonly [string | null, RecordedVerdict['verdict']][], string | undefined]>([
  [
    'the last counts',
    [
      ['a', 'fine'],
      ['b', 'unsure'],
    ],
    'unsure',
  ],
  [
    'taken back, the one before counts',
    [
      ['a', 'fine'],
      ['b', 'unsure'],
      ['b', null],
    ],
    'fine',
  ],
  [
    'taken back by its own person alone',
    [
      ['a', 'fine'],
      ['b', 'unsure'],
      ['a', null],
    ],
    'unsure',
  ],
  [
    'each time the latest of the person',
    [
      ['a', 'fine'],
      ['a', 'unsure'],
      ['a', null],
    ],
    'fine',
  ],
  [
    'all taken back: open',
    [
      ['a', 'fine'],
      ['a', null],
    ],
    undefined,
  ],
  [
    'nothing to take back: as it was',
    [
      ['a', 'fine'],
      ['b', null],
    ],
    'fine',
  ],
  [
    'who gave no name is one person',
    [
      [null, 'fine'],
      ['a', 'unsure'],
      [null, null],
    ],
    'unsure',
  ],
])('%s', (_, lines, expected) => {
  const standing = new Standing(lines.map(([by, verdict]) => line(by, verdict)));
  expect(standing.of('f')?.verdict).toBe(expected);
});

it('what is taken back on one fingerprint leaves the others', () => {
  const standing = new Standing([line('a', 'fine', 'f'), line('a', 'fine', 'g'), line('a', null, 'f')]);
  expect(standing.latest().map(({ fingerprint }) => fingerprint)).toEqual(['g']);
});

it('a rule is muted in one document until it is not', () => {
  const mute = (documentId: string, muted: boolean) =>
    ({ documentId, rule: 'sign-error', muted, by: null, at: '2026-01-01T00:00:00.000Z' }) as const;
  const rules = new MutedRules([mute('a', true), mute('b', true), mute('b', false)]);
  const has = (id: string, rule = 'sign-error') => rules.has({ documentIds: [id, 'a'], rule });
  expect([has('a'), has('b'), has('a', 'text-damage')]).toEqual([true, false, false]);
  expect(rules.of('a')).toEqual(['sign-error']);
  expect(rules.all()).toHaveLength(1);
});
