import { foldText, stripSpaces } from '../../normalize/index.ts';
import type { ReportView } from '../report-view.ts';
import { believe } from './believe.ts';
import { type Believed, type Cell, cellOf, type Equation, isMoney, type Term } from './equation.ts';

const TAG = '[A-Za-z①-⑳ア-ンイロハ甲乙丙]';
/** 差引(B-A)   過不足（②－③）   C=A+B   D(A+B-C) */
const FORMULA = new RegExp(`(?:^|[(=])(${TAG}(?:[-+]${TAG}){1,4})\\)?$`, 'u');
/** 計画値(A)   ②確保方策   (A)予算額 */
const TAGGED = new RegExp(`\\((${TAG})\\)$|^([①-⑳])(?=.)|^\\((${TAG})\\)|^(${TAG})(?=[.:])`, 'u');
const MINUS = /[-−–—―ー－]/gu;

interface Label {
  /** the letter other labels call it by */
  readonly tag: string | null;
  /** the letters it is worked out from, each with its sign */
  readonly terms: readonly { readonly tag: string; readonly factor: 1 | -1 }[];
}

/** Differences and sums that a header itself writes down, between cells of one table under the same other headers. */
export function formulasOf({ observations }: ReportView): Believed[] {
  const open = labelOpener();
  const tagged = new Map<string, Cell>();
  const results: { cell: Cell; slot: string; label: Label; family: string }[] = [];
  for (const observation of observations) {
    const cell = cellOf(observation);
    if (cell === null) continue;
    const { headers, table } = observation.provenance;
    for (const [at, header] of headers.entries()) {
      const label = open(header);
      if (label === null) continue;
      const slot = JSON.stringify([table, observation.path, headers.toSpliced(at, 1)]);
      if (label.terms.length > 0) results.push({ cell, slot, label, family: `formula ${header}` });
      if (label.tag !== null) tagged.set(`${slot} ${label.tag}`, cell);
    }
  }
  const equations = results.flatMap(({ cell, slot, label, family }): Equation[] => {
    const terms = label.terms.flatMap(({ tag, factor }): Term[] => {
      const term = tagged.get(`${slot} ${tag}`);
      return term === undefined ? [] : [{ cell: term, factor }];
    });
    const units = new Set(
      [cell, ...terms.map((term) => term.cell)].map(({ observation }) => observation.unit),
    );
    if (terms.length < label.terms.length || units.size > 1) return [];
    return [
      {
        rule: isMoney(cell.observation) ? 'finance-total' : 'count-total',
        result: cell,
        terms,
        family,
        says: { ja: '見出しに書かれた計算', en: 'the sum its header writes down' },
      },
    ];
  });
  return believe(equations, LEAST);
}

/** Lines that must bear a formula out: a header alone may call other cells by these letters. */
const LEAST = 2;

/** Opens headers, each spelling once. */
function labelOpener(): (header: string) => Label | null {
  const known = new Map<string, Label | null>();
  return (header) => {
    if (!known.has(header)) known.set(header, labelOf(header));
    return known.get(header) ?? null;
  };
}

function labelOf(header: string): Label | null {
  const folded = stripSpaces(foldText(header)).replace(MINUS, '-');
  const formula = FORMULA.exec(folded)?.[1];
  const bare =
    formula === undefined ? folded : folded.slice(0, folded.lastIndexOf(formula)).replace(/[(=]+$/u, '');
  const found = TAGGED.exec(bare) ?? (formula === undefined ? null : /(?:^|\()([A-Z])$/u.exec(bare));
  const tag = found?.slice(1).find((group) => group !== undefined) ?? null;
  const terms = [...(formula ?? '').matchAll(/([-+]?)(.)/gu)].map(([, sign, letter]) => ({
    tag: letter!,
    factor: sign === '-' ? (-1 as const) : (1 as const),
  }));
  return tag === null && terms.length === 0 ? null : { tag, terms };
}
