import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeReaders } from '../../../src/ingest/index.ts';
import { type ReadDocument, readInStages } from '../../../src/pipeline.ts';
import { STRIP, scannedSheet } from './scanned-sheet.ts';

async function read(degrees: number): Promise<{ report: ReadDocument; turns: number | undefined }> {
  const bytes = await (await scannedSheet()).rotate(degrees).png().toBuffer();
  const { read: report, source } = await readInStages({ path: 'scan.png', documentId: 'scan', bytes });
  if (source.kind !== 'drawn') throw new Error('expected drawn pages');
  return { report, turns: source.pages[0]?.setRight?.quarterTurns };
}

const boxOf = ({ observations }: ReadDocument, raw: string): number[] =>
  observations.find((each) => each.raw === raw)!.provenance.box!.map(Math.round);

afterAll(closeReaders);

describe('a page that lies on the glass', () => {
  let upright: ReadDocument;
  beforeAll(async () => {
    upright = (await read(0)).report;
  });

  it('as it should is read as it lies', () => {
    expect(upright.observations.map(({ raw }) => raw)).toEqual(
      expect.arrayContaining(['182,000', '185,000', '190,075', '260']),
    );
  });

  it.each<[string, number, number, (box: number[]) => number[]]>([
    [
      'upside down',
      180,
      2,
      ([x0, y0, x1, y1]) => [STRIP.width - x1!, STRIP.height - y1!, STRIP.width - x0!, STRIP.height - y0!],
    ],
    ['on its right side', 90, 3, ([x0, y0, x1, y1]) => [STRIP.height - y1!, x0!, STRIP.height - y0!, x1!]],
    ['on its left side', 270, 1, ([x0, y0, x1, y1]) => [y0!, STRIP.width - x1!, y1!, STRIP.width - x0!]],
  ])(
    '%s is read as if it were not, and its places are those of the page as it lies',
    async (_what, degrees, turns, placeOf) => {
      const turned = await read(degrees);
      expect(turned.turns).toBe(turns);
      expect(turned.report.observations.map(({ raw }) => raw)).toEqual(
        upright.observations.map(({ raw }) => raw),
      );
      const box = boxOf(turned.report, '190,075');
      for (const [side, place] of placeOf(boxOf(upright, '190,075')).entries())
        expect(Math.abs(box[side]! - place)).toBeLessThanOrEqual(2);
    },
  );
});
