import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import type { Observation } from '../../../src/model/index.ts';
import type { RunView, SampleView } from '../../../src/review/api.ts';
import { agree } from '../../../src/review/server/sample.ts';
import { linesOf } from '../../run/temp-folder.ts';
import { extracted, type OpenReview, openReview } from './open-review.ts';

let cwd: string;
let review: OpenReview;
let observations: ReadonlyMap<string, Observation>;

const open = (seed = 7) => openReview(cwd, { by: '田中', sample: { size: 5, seed } });

beforeEach(async () => {
  cwd = await extracted(['wide-progress']);
  const lines = (await linesOf(join(cwd, 'out/observations.jsonl'))) as Observation[];
  observations = new Map(lines.map((observation) => [observation.id, observation]));
  review = await open();
});

const drawn = ({ next }: SampleView) => observations.get(next!.place.observationId!)!;

it('draws cells without a finding, the same for the same seed, and does not tell what was read', async () => {
  const first = await review.get<SampleView>('/api/sample');
  expect(first).toMatchObject({ seed: 7, size: 5, done: 0, result: null, disagreements: [] });
  expect(drawn(first).findings).toEqual([]);
  expect(Object.keys(first.next!).sort()).toEqual(['index', 'place', 'unit']);
  expect(await (await open()).get('/api/sample')).toEqual(first);
  const all = async (seed: number) => {
    const server = await open(seed);
    const ids: string[] = [];
    for (let view = await server.get<SampleView>('/api/sample'); view.next !== null; ) {
      ids.push(view.next.place.observationId!);
      view = await server.post<SampleView>('/api/sample', { index: view.next.index, keyed: null });
    }
    return ids;
  };
  const [eight, nine] = [await all(8), await all(9)];
  expect([new Set(eight).size, new Set(nine).size]).toEqual([5, 5]);
  expect(eight).not.toEqual(nine);
  expect((await review.get<RunView>('/api/run')).hasSample).toBe(true);
});

it('counts what was keyed otherwise than it was read, leaves out what nobody can read, and survives a restart', async () => {
  let view = await review.get<SampleView>('/api/sample');
  const wrong = drawn(view);
  view = await review.post('/api/sample', { index: view.next!.index, keyed: '777,777個' });
  view = await review.post('/api/sample', { index: view.next!.index, keyed: null });
  while (view.next !== null)
    view = await review.post('/api/sample', { index: view.next.index, keyed: drawn(view).raw });
  expect(view).toMatchObject({ done: 5, result: { keyed: 4, wrong: 1, rate: 0.25 } });
  expect(view.result!.low).toBeLessThan(0.25);
  expect(view.result!.high).toBeGreaterThan(0.25);
  expect(view.disagreements).toMatchObject([{ keyed: '777,777個', raw: wrong.raw }]);
  expect(await (await open()).get('/api/sample')).toEqual(view);
});

it('is refused for a cell that was not drawn', async () => {
  await expect(review.post('/api/sample', { index: 5, keyed: '1' })).rejects.toThrow(/^404 /);
});

it.each([
  ['1,234人', true],
  ['１２３４人', true],
  ['1234', true],
  ['1,235人', false],
  ['12.34人', false],
  ['－', false],
  ['', false],
])('1,234人 keyed as %j agrees: %j', (keyed, expected) => {
  const cell = [...observations.values()].find(
    ({ kind, parts }) => kind === 'quantity' && parts.length === 0,
  )!;
  const printed: Observation = {
    ...cell,
    raw: '1,234人',
    value: 1234,
    unit: '人',
    multiplier: 0,
    measure: 'actual',
  };
  expect(agree(printed, keyed)).toBe(expected);
});
