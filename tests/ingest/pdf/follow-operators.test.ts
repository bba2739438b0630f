import { describe, expect, it } from 'vitest';
import { drawnBy, told } from './drawn-by.ts';
import { FIRST_EXTRA, text } from './write-pdf.ts';

const LINE = '50 700 m 150 700 l S\n';

describe('what is saved is restored:', () => {
  it('matrix, colour and clipping', async () => {
    const { rules } = await drawnBy(`q 1 0 0 1 100 0 cm 1 1 1 RG 0 0 9 9 re W n ${LINE} Q ${LINE}`);
    expect(rules.map(told)).toEqual(['50 700 – 150 700']);
  });

  it('a state restored once too often stays', async () => {
    expect((await drawnBy(`Q Q ${LINE}`)).rules).toHaveLength(1);
  });

  it('fonts and spacing too', async () => {
    const content = `q BT /F1 20 Tf 100 600 Td (1) Tj ET Q /F1 10 Tf BT 100 500 Td (2) Tj ET\n`;
    expect((await drawnBy(content)).runs.map((run) => [run.text, run.size])).toEqual([
      ['1', 20],
      ['2', 10],
    ]);
  });
});

describe('a form drawn twice stands in two places', () => {
  const resources = `/XObject << /X1 ${FIRST_EXTRA} 0 R >>`;
  const form = (stream: string, entries = '') => ({
    resources,
    extra: [
      {
        text: `/Type /XObject /Subtype /Form /BBox [0 0 200 200] ${entries} /Resources << /Font << /F1 3 0 R >> >>`,
        stream,
      },
    ],
  });

  it('its text and its lines, moved by its matrix', async () => {
    const content = 'q 1 0 0 1 100 500 cm /X1 Do Q q 1 0 0 1 100 300 cm /X1 Do Q\n';
    const page = await drawnBy(
      content,
      form(`${text(10, 10, 'A')} 10 5 m 60 5 l S`, '/Matrix [1 0 0 1 0 7]'),
    );
    expect(page.runs.map((run) => run.text)).toEqual(['A', 'A']);
    expect(page.rules.map(told)).toEqual(['110 512 – 160 512', '110 312 – 160 312']);
  });

  it('and is cut at its box', async () => {
    const page = await drawnBy('/X1 Do\n', form(text(300, 10, 'outside')));
    expect(page.runs).toEqual([]);
    expect(page.leftOut.clipped).toBe('outside'.length);
  });
});

it('marked content may nest: the inner mark counts, then the outer again', async () => {
  const show = (word: string, y: number) => text(100, y, word);
  const { runs } = await drawnBy(
    `/P << /MCID 1 >> BDC ${show('A', 700)} /Span << /MCID 2 >> BDC ${show('B', 680)} EMC /Artifact BMC ${show('C', 660)} EMC EMC ${show('D', 640)}`,
  );
  expect(runs.map((run) => [run.text, run.mark])).toEqual([
    ['A', 1],
    ['B', 2],
    ['C', 1],
    ['D', null],
  ]);
});
