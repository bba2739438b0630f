import { expect, it } from 'vitest';
import { viewReport } from '../../src/check/index.ts';
import { oncePerReport } from '../../src/check/once-per-report.ts';

const open = () =>
  viewReport({
    document: { id: 'd', title: '', refArea: null, reportPeriod: null },
    text: '',
    records: [],
    observations: [],
    slips: [],
  });

it('works a thing out once for a view and its copies, and again for another opening', () => {
  let times = 0;
  const count = oncePerReport(() => {
    times += 1;
    return times;
  });
  const view = open();
  expect([count(view), count(view), count({ ...view, tokenize: () => [] }), count(open())]).toEqual([
    1, 1, 1, 2,
  ]);
});

it('also a thing that is undefined', () => {
  let times = 0;
  const nothing = oncePerReport(() => {
    times += 1;
  });
  const view = open();
  nothing(view);
  nothing(view);
  expect(times).toBe(1);
});
