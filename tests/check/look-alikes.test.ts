import { expect, test } from 'vitest';
import { confusionOf } from '../../src/check/look-alikes.ts';

test.each([
  ['1,630人', '1,680人', '3', '8'],
  ['106', '186', '0', '8'],
  ['５６', '５8', '6', '8'],
  ['17', '11', '7', '1'],
  ['1O件', '10件', 'O', '0'],
  ['2,344,141', '2,344.141', ',', '.'],
  ['564937', '564.937', '', '.'],
  ['12.5', '125', '.', ''],
])('ng %s may be a scan of %s', (read, meant, from, to) => {
  expect(confusionOf(read, meant)).toEqual({ read: from, meant: to });
});

test.each([
  ['79', '97'],
  ['24', '29'],
  ['100', '1,000'],
  ['1,000', '1000'],
  ['38', '82'],
])('ok %s is no scan of %s', (read, meant) => {
  expect(confusionOf(read, meant)).toBeNull();
});
