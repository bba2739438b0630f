import { describe, expect, it } from 'vitest';
import type { RecordedVerdict } from '../../src/model/index.ts';
import { Verdicts } from '../../src/verdict/verdicts.ts';
import { sampleFinding } from '../run/sample-report.ts';

const decided = (
  fingerprint: string,
  verdict: RecordedVerdict['verdict'],
  rest: Partial<RecordedVerdict> = {},
): RecordedVerdict => ({
  fingerprint,
  findingId: `r5-f${fingerprint}`,
  verdict,
  value: null,
  note: null,
  by: null,
  at: '2026-01-01T00:00:00.000Z',
  compared: null,
  ...rest,
});

const whole = { ...sampleFinding('r5', 'error'), fingerprint: 'whole' };
const absorbed = { part: 'whole' };

describe('a verdict on a finding that has become part of another', () => {
  it.each(['sourceError', 'misreading'] as const)('%s is of the cell, and holds for the other', (verdict) => {
    const verdicts = new Verdicts([decided('part', verdict)]);
    expect(verdicts.applyTo([whole], absorbed)).toMatchObject([{ verdict }]);
    expect(verdicts.stale()).toEqual([]);
  });

  it.each(['fine', 'unsure'] as const)('%s is of one comparison: the other stays open', (verdict) => {
    const verdicts = new Verdicts([decided('part', verdict)]);
    expect(verdicts.applyTo([whole], absorbed)).toMatchObject([{ verdict: null }]);
    expect(verdicts.stale()).toEqual([]);
  });

  it('never outweighs one on the other itself', () => {
    const verdicts = new Verdicts([decided('whole', 'fine'), decided('part', 'sourceError')]);
    expect(verdicts.applyTo([whole], absorbed)).toMatchObject([{ verdict: 'fine' }]);
  });

  it('still corrects the cell', () => {
    const verdicts = new Verdicts([decided('part', 'misreading', { value: '7件' })]);
    expect([...verdicts.correctionsOf([whole], absorbed)]).toMatchObject([['r5:o1', { value: '7件' }]]);
  });
});

describe('a corrected value', () => {
  const of = (verdicts: readonly RecordedVerdict[], findings = [whole]) => [
    ...new Verdicts(verdicts).correctionsOf(findings, {}),
  ];

  it('is for the cell the finding would repair, else for its suspect', () => {
    const verdicts = [decided('whole', 'misreading', { value: '7件' })];
    const suggestion = { observationId: 'r5:o9', field: 'value', from: 1, to: 7, explains: '合計' };
    expect(of(verdicts)).toMatchObject([['r5:o1', {}]]);
    expect(of(verdicts, [{ ...whole, suggestion }])).toMatchObject([['r5:o9', {}]]);
  });

  it('comes from a misreading alone, and from the last verdict', () => {
    expect(of([decided('whole', 'sourceError', { value: '7件' })])).toEqual([]);
    expect(of([decided('whole', 'misreading')])).toEqual([]);
    expect(of([decided('whole', 'misreading', { value: '7件' }), decided('whole', 'fine')])).toEqual([]);
  });

  it('of two findings on one cell is the later', () => {
    const other = { ...whole, fingerprint: 'other' };
    const verdicts = [
      decided('whole', 'misreading', { value: '8件', at: '2026-01-02T00:00:00.000Z' }),
      decided('other', 'misreading', { value: '7件' }),
    ];
    expect(of(verdicts, [whole, other])).toMatchObject([['r5:o1', { value: '8件' }]]);
  });
});

it('verdicts whose finding is not met are stale, however many lines they have', () => {
  const verdicts = new Verdicts([
    decided('gone', 'unsure'),
    decided('gone', 'fine'),
    decided('whole', 'fine'),
  ]);
  verdicts.applyTo([whole], {});
  expect(verdicts.stale()).toMatchObject([{ fingerprint: 'gone', verdict: 'fine' }]);
});
