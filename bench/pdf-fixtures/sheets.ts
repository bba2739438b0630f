import { readFileSync } from 'node:fs';
import { reportHtml } from './report-html.ts';

/** A PDF of fixtures/pdf: what it shows, and how it is laid out. */
export interface Sheet {
  readonly name: string;
  readonly body: () => Promise<string>;
  readonly css: string;
  readonly isTagged: boolean;
  readonly isTurned: boolean;
}

/** No bold: the browser draws a bold it has no font for as shapes, ten times as large. */
const PAPER = `
  body { font: 9pt IPAGothic; margin: 0 1mm }
  h1, h2, h3, h4, h5, h6, th { font-weight: normal }
  h1 { font-size: 14pt } h2 { font-size: 12pt } h3, h4, h5, h6 { font-size: 10.5pt }
  table { border-collapse: collapse; margin: 6pt 0 14pt }
  td, th { padding: 2.5pt 5pt; vertical-align: middle; text-align: left }
  th { text-align: center }
  tr { break-inside: avoid }
`;
const LANDSCAPE = '@page { size: A4 landscape; margin: 14mm }';
const PORTRAIT = '@page { size: A4 portrait; margin: 14mm }';
const RULED = 'td, th { border: 0.75pt solid #000 } th { background: #d9e2f3 }';
const KPI_COLUMNS = 'td:not(:nth-child(1)) { max-width: 60mm }';

const ofReport = (fixture: string) => () => reportHtml(fixture);
const ofFile = (name: string) => async () => readFileSync(new URL(`./${name}.html`, import.meta.url), 'utf8');

export const SHEETS: readonly Sheet[] = [
  {
    name: 'ruled',
    body: ofReport('wide-progress'),
    css: `${LANDSCAPE} ${RULED} ${KPI_COLUMNS}`,
    isTagged: false,
    isTurned: false,
  },
  {
    name: 'horizontal-rules',
    body: ofReport('population-statistics'),
    css: `${PORTRAIT} table { border-top: 1pt solid #000; border-bottom: 1pt solid #000 }
      th { border-bottom: 0.5pt solid #000 } tr + tr > th { border-top: 0.5pt solid #000 }
      td:not(:first-child) { text-align: right }`,
    isTagged: false,
    isTurned: false,
  },
  {
    name: 'borderless',
    body: ofReport('markdown-kpi'),
    css: `${LANDSCAPE} td, th { padding: 2.5pt 9pt }`,
    isTagged: false,
    isTurned: false,
  },
  {
    name: 'borderless-tagged',
    body: ofReport('markdown-kpi'),
    css: `${LANDSCAPE} td, th { padding: 2.5pt 9pt }`,
    isTagged: true,
    isTurned: false,
  },
  {
    name: 'merged-over-pages',
    body: ofReport('html-progress-sjis'),
    css: `@page { size: 297mm 102mm; margin: 8mm } ${RULED} tr { break-inside: auto }`,
    isTagged: false,
    isTurned: false,
  },
  {
    name: 'vertical-headers',
    body: ofReport('eucjp-activities'),
    css: `${LANDSCAPE} ${RULED} td:nth-child(2) { width: 60mm }
      th > span { writing-mode: vertical-rl; text-orientation: upright; height: 8em; display: inline-block }`,
    isTagged: false,
    isTurned: false,
  },
  {
    name: 'side-by-side',
    body: ofFile('side-by-side'),
    css: `${LANDSCAPE} ${RULED} body { font-family: 'Noto Sans CJK JP' } .pair { display: flex; gap: 24mm; align-items: flex-start } td + td { text-align: right }`,
    isTagged: true,
    isTurned: false,
  },
  {
    name: 'rotated',
    body: ofReport('markdown-kpi'),
    css: `${LANDSCAPE} ${RULED}`,
    isTagged: false,
    isTurned: true,
  },
  {
    name: 'form-sheet',
    body: ofFile('form-sheet'),
    css: `${PORTRAIT} ${RULED} table { width: 100% } .figure { text-align: right }`,
    isTagged: false,
    isTurned: false,
  },
  {
    name: 'prose',
    body: ofFile('prose'),
    css: `${PORTRAIT} .columns { column-count: 2; column-gap: 10mm } .framed { border: 0.75pt solid #000; padding: 4pt }`,
    isTagged: false,
    isTurned: false,
  },
];

/** The whole page of a sheet, ready to be printed. */
export async function pageOf({ body, css }: Sheet): Promise<string> {
  return `<!doctype html>\n<html lang="ja"><meta charset="utf-8"><style>${PAPER}${css}</style><body>\n${await body()}\n</body></html>\n`;
}
