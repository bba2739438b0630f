import { expect, it } from 'vitest';
import { textLayer } from '../../../src/emit/searchable/text-layer.ts';
import type { DrawnPage } from '../../../src/model/index.ts';
import { run, scannedPage } from './scanned-page.ts';

/** What is written, on a page 100 points high whose own coordinates begin at its foot. */
const written = (page: DrawnPage): string[] =>
  textLayer(page, 'F', ([x, y]) => [x, 100 - y])
    .split('\n')
    .filter((line) => line.endsWith('Tj'));

it('a word stands on its baseline, as wide as its ink', () => {
  expect(written(scannedPage([run('71人', [10, 20, 40, 30])]))).toEqual([
    '100 Tz 10 0 0 10 10 71.2 Tm <003700314eba> Tj',
  ]);
});

it('on a page that was turned twice it runs from right to left, upside down', () => {
  const page = scannedPage([run('71人', [10, 20, 40, 30])], { setRight: { quarterTurns: 2, degrees: 0 } });
  expect(written(page)).toEqual(['100 Tz -10 0 0 -10 190 28.8 Tm <003700314eba> Tj']);
});

it('words of one line are one, those far apart or on other lines are not', () => {
  const words = [
    run('71', [10, 20, 25, 30]),
    run('人', [27, 20, 40, 30]),
    run('5', [60, 20, 70, 30]),
    run('6', [60, 40, 70, 50]),
  ];
  expect(written(scannedPage(words)).map((line) => /<(.*)>/.exec(line)?.[1])).toEqual([
    '003700314eba',
    '0035',
    '0036',
  ]);
});

it('nothing is shown, and ink that was not read is not written', () => {
  const layer = textLayer(scannedPage([run('〓', [10, 20, 20, 30])]), 'F', (point) => point);
  expect(layer).toContain('3 Tr');
  expect(layer).not.toContain('Tj');
});
