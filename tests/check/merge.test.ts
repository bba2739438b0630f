import { expect, it } from 'vitest';
import { mergeFindings } from '../../src/check/merge.ts';
import type { Finding } from '../../src/model/index.ts';

let made = 0;

function finding(suspect: string | null, changes: Partial<Finding> = {}): Finding {
  made += 1;
  return {
    id: `r5-f${made}`,
    rule: 'delta-level',
    severity: 'warning',
    confidence: 0.5,
    message: { ja: `指摘${made}`, en: `finding ${made}` },
    documentIds: ['r5'],
    observationIds: suspect === null ? [] : [suspect],
    recordIds: ['r5-r1'],
    line: 3,
    page: 1,
    evidence: {},
    suggestion: null,
    fingerprint: `fp${made}`,
    verdict: null,
    ...changes,
  };
}

it('ok two suspects are two findings, in their order', () => {
  const all = [finding('a'), finding('b')];
  expect(mergeFindings(all)).toEqual({ findings: all, absorbed: new Map() });
});

it('ok findings without an observation stand for themselves', () => {
  const all = [finding(null), finding(null)];
  expect(mergeFindings(all).findings).toEqual(all);
});

it('ok a cell that is only compared with is no suspect', () => {
  const all = [finding('a', { observationIds: ['a', 'b'] }), finding('b', { observationIds: ['b', 'a'] })];
  expect(mergeFindings(all).findings).toHaveLength(2);
});

it('ng two rules on one suspect are one finding with both their places', () => {
  const first = finding('a', { observationIds: ['a', 'b'], evidence: { difference: 80 } });
  const other = finding('a', { rule: 'typing-error', observationIds: ['a', 'c'], recordIds: ['r5-r2'] });
  const { findings, absorbed } = mergeFindings([first, other]);
  expect(findings).toEqual([
    {
      ...first,
      observationIds: ['a', 'b', 'c'],
      recordIds: ['r5-r1', 'r5-r2'],
      evidence: { difference: 80, 'also: typing-error': `${other.message.ja} / ${other.message.en}` },
    },
  ]);
  expect([...absorbed]).toEqual([[other.fingerprint, first.fingerprint]]);
});

it('ng the gravest stays, so an info never swallows a warning however sure it is', () => {
  const info = finding('a', { severity: 'info', confidence: 1 });
  const warning = finding('a', { confidence: 0.3 });
  expect(mergeFindings([info, warning]).findings).toMatchObject([{ id: warning.id, severity: 'warning' }]);
});

it('ng of the gravest the surest stays', () => {
  const sure = finding('a', { confidence: 0.9 });
  expect(mergeFindings([finding('a'), sure, finding('a', { severity: 'info' })]).findings).toMatchObject([
    { id: sure.id },
  ]);
});

it('ng a rule that spoke twice is told twice', () => {
  const { findings } = mergeFindings([finding('a', { confidence: 0.9 }), finding('a'), finding('a')]);
  expect(Object.keys(findings[0]!.evidence)).toEqual(['also: delta-level', 'also: delta-level (2)']);
});

it('ng the suggestion of another is kept where the gravest has none', () => {
  const suggestion = { observationId: 'a', field: 'value', from: 80, to: 77, explains: '差が合う' };
  const { findings } = mergeFindings([finding('a', { severity: 'error' }), finding('a', { suggestion })]);
  expect(findings[0]).toMatchObject({ severity: 'error', suggestion });
});

it('ok what is said of a row or label stands beside what is said of its cells', () => {
  const all = [
    finding('a', { rule: 'shifted-row' }),
    finding('a'),
    finding('a', { rule: 'header-conflict' }),
  ];
  const { findings } = mergeFindings(all, new Set(['shifted-row', 'header-conflict']));
  expect(findings).toEqual(all);
});
