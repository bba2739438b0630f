import { describe, expect, it } from 'vitest';
import { compareWithHidden } from '../../../src/ingest/scan/hidden-text.ts';
import { run, scannedPage } from '../../emit/searchable/scanned-page.ts';

const AS_SCANNED = { width: 200, height: 100 };
const READ = scannedPage([
  run('認定農業者総数', [10, 20, 80, 30]),
  run('71', [100, 20, 115, 30]),
  run('人', [117, 20, 127, 30]),
  run('88%', [150, 20, 170, 30]),
]);

describe('figures read from a picture against the text hidden over it', () => {
  it('agree, however the hidden text is cut and whatever commas it lost', () => {
    const read = scannedPage([run('1,234千円', [100, 20, 150, 30])]);
    const hidden = [run('12', [100, 21, 115, 31]), run('34', [116, 21, 131, 31])];
    expect(compareWithHidden(read, AS_SCANNED, hidden)).toEqual({ compared: 1, differing: [] });
  });

  it('differ in a digit', () => {
    const hidden = [
      run('認定農業者総数', [10, 20, 80, 30]),
      run('77人', [100, 20, 127, 30]),
      run('83%', [150, 20, 170, 30]),
    ];
    const { compared, differing } = compareWithHidden(READ, AS_SCANNED, hidden);
    expect(compared).toBe(2);
    expect(differing).toEqual([
      { read: '71人', hidden: '77人', box: [100, 20, 127, 30] },
      { read: '88%', hidden: '83%', box: [150, 20, 170, 30] },
    ]);
  });

  it('are not compared where nothing is hidden in their place', () => {
    expect(compareWithHidden(READ, AS_SCANNED, [run('88%', [150, 60, 170, 70])]).compared).toBe(0);
  });

  it('are found on a page that was turned to be read', () => {
    const turned = scannedPage([run('71人', [70, 10, 100, 20])], {
      setRight: { quarterTurns: 2, degrees: 0 },
    });
    // the hidden text stands where the picture lies: upside down, from the lower left
    expect(compareWithHidden(turned, AS_SCANNED, [run('77人', [100, 80, 130, 90])]).differing).toEqual([
      { box: [70, 10, 100, 20], read: '71人', hidden: '77人' },
    ]);
  });
});
