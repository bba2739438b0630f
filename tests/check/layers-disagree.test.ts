import { expect, it } from 'vitest';
import { viewReport } from '../../src/check/index.ts';
import { layersDisagree } from '../../src/check/rules/layers-disagree.ts';
import type { Box, Doubt } from '../../src/model/index.ts';
import { readReport } from '../../src/pipeline.ts';

const TEXT = '進捗報告書\n\n指標名\tR4実績\tR5実績\n相談件数\t2件\t88件\n';

/** A scan on which 88件 stands in the box from 100, 20 to 150, 40. */
async function check(...doubts: Pick<Doubt, 'kind' | 'detail' | 'box'>[]) {
  const report = await readReport({ path: 'r.txt', documentId: 'd', bytes: Buffer.from(TEXT) });
  const observations = report.observations.map((observation) => {
    const box: Box = observation.raw === '88件' ? [100, 20, 150, 40] : [50, 20, 100, 40];
    return { ...observation, provenance: { ...observation.provenance, source: 'ocr' as const, box } };
  });
  const all = doubts.map((doubt) => ({ ...doubt, page: 1, table: null, start: null, end: null }));
  return layersDisagree.check(viewReport({ ...report, observations, slips: [], doubts: all }));
}

it('ng. a figure that the hidden text tells otherwise, with both readings and the value it is', async () => {
  const { found } = await check({ kind: 'textDisagrees', detail: '88件 ⇔ 83件', box: [120, 25, 140, 35] });
  expect(found).toMatchObject([
    { severity: 'warning', evidence: { read: '88件', hidden: '83件' }, observations: [{ raw: '88件' }] },
  ]);
  expect(found[0]!.message.ja).toContain('画像では「88件」と読めますが、埋め込まれた文字は「83件」');
  expect(found[0]!.message.en).toContain('the picture reads "88件", the text hidden over it "83件"');
});

it('ng. a figure that is no value is told by its page', async () => {
  const { found } = await check({ kind: 'textDisagrees', detail: '5 ⇔ 6', box: [10, 70, 20, 80] });
  expect(found).toMatchObject([{ observations: [], place: { page: 1, line: null } }]);
});

it('ng. hidden text that is no reading of the page is told once, as information', async () => {
  const { found } = await check({ kind: 'strayText', detail: '40/52', box: null });
  expect(found).toMatchObject([{ severity: 'info', evidence: { page: 1, differ: 40, compared: 52 } }]);
});

it('ok. near miss: other doubts about a page are told by other rules', async () => {
  const { found, checked } = await check({ kind: 'brokenCell', detail: '88件', box: [120, 25, 140, 35] });
  expect([checked, found]).toEqual([0, []]);
});
