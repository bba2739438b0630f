import { expect, it } from 'vitest';
import { type Box, boxAsDisplayed, boxAsRead } from '../../src/model/index.ts';

/** On a page that is displayed 600 points wide and 800 high. */
const DISPLAYED: Box = [10, 20, 110, 40];

it.each<[string, number, Box]>([
  ['not turned', 0, DISPLAYED],
  ['turned clockwise once, the upper left corner goes to the upper right', 1, [760, 10, 780, 110]],
  ['turned twice, to the lower right', 2, [490, 760, 590, 780]],
  ['turned three times, to the lower left', 3, [20, 490, 40, 590]],
])('%s', (_what, quarterTurns, read) => {
  const [width, height] = quarterTurns % 2 === 1 ? [800, 600] : [600, 800];
  const page = { width, height, setRight: { quarterTurns, degrees: 0 } };
  expect(boxAsRead(DISPLAYED, page)).toEqual(read);
  expect(boxAsDisplayed(read, page)).toEqual(DISPLAYED);
});

it('where lines fall towards the right, what was set straight stands lower at the right', () => {
  const page = { width: 600, height: 800, setRight: { quarterTurns: 0, degrees: 1 } };
  // 290 · sin 1° = 5.06
  expect(boxAsDisplayed([580, 395, 600, 405], page)).toEqual([579.96, 400.06, 599.96, 410.06]);
  expect(boxAsRead([579.96, 400.06, 599.96, 410.06], page)).toEqual([580, 395, 600, 405]);
});

it('a page that was not turned keeps its places to the last digit', () => {
  const box: Box = [0.123456, 1, 2, 3];
  expect(boxAsDisplayed(box, { width: 600, height: 800 })).toBe(box);
});
