import type { Doubt, Observation } from '../model/index.ts';
import type { ReportView } from './report-view.ts';
import type { Bilingual, Found } from './rule.ts';

/** Doubts about a cell, about the row it begins, and about a table as a whole. */
type LayoutKind = 'crossedRule' | 'brokenCell' | 'emptyKey' | 'raggedRow' | 'tagsDisagree';

const WORDS: { readonly [kind in LayoutKind]: Bilingual & { readonly about: 'cell' | 'row' | 'table' } } = {
  crossedRule: {
    about: 'cell',
    ja: '文字が罫線をまたいでいます。一つの欄か二つの欄かを原本で確かめてください',
    en: 'Characters stand across a ruling line; see in the source whether they are one cell or two',
  },
  brokenCell: {
    about: 'cell',
    ja: '罫線が四角に閉じていない欄を、いくつかに分けて読みました。見出しと値の対応を原本で確かめてください',
    en: 'Ruling lines enclose no rectangle and were read as several cells; see in the source which values belong to them',
  },
  emptyKey: {
    about: 'row',
    ja: '表がページをまたぎ、続きの最初の行に名前がありません。前のページのどの行の続きかを原本で確かめてください',
    en: 'A table goes on over a page break without the name of its first row; see in the source which row goes on',
  },
  raggedRow: {
    about: 'row',
    ja: '列の数が表のほかの行と違います。値の列を原本で確かめてください',
    en: 'A row has more or fewer columns than its table; see in the source which columns its values stand in',
  },
  tagsDisagree: {
    about: 'table',
    ja: 'PDF のタグと罫線とで、表の行の分け方が違います。行を原本で確かめてください',
    en: 'The tags of the PDF tell other rows than its ruling lines; see the rows in the source',
  },
};

const CONFIDENCE = 0.5;
const QUOTED = 5;
const QUOTE_CHARACTERS = 30;

/**
 * What laying out a drawn page was not sure of: one finding for each cell or row with values in it, and one a table for all
 * that concerns no value.
 */
export function layoutDoubts({ doubts, observations, text }: ReportView): Found[] {
  const about = doubts.filter((doubt): doubt is Doubt & { kind: LayoutKind } => doubt.kind in WORDS);
  if (about.length === 0) return [];
  const byTable = Map.groupBy(observations, ({ provenance }) => provenance.table);
  const lineEnds = endsOfLines(text);
  const withValues: Found[] = [];
  const others = new Map<string, (Doubt & { kind: LayoutKind })[]>();
  for (const doubt of about) {
    const concerned = concernedBy(doubt, byTable.get(doubt.table) ?? [], lineEnds);
    if (concerned.length > 0) {
      withValues.push(foundOf('warning', [doubt], concerned));
      continue;
    }
    const key = JSON.stringify([doubt.kind, doubt.page, doubt.table]);
    others.set(key, [...(others.get(key) ?? []), doubt]);
  }
  return [...withValues, ...[...others.values()].map((group) => foundOf('info', group, []))];
}

function concernedBy(
  { kind, table, start, end }: Doubt & { kind: LayoutKind },
  ofTable: readonly Observation[],
  lineEnds: readonly number[],
): Observation[] {
  if (table === null || start === null || end === null || WORDS[kind].about === 'table') return [];
  const [from, to] = WORDS[kind].about === 'row' ? lineAround(start, lineEnds) : [start, end];
  return ofTable.filter(({ provenance }) => provenance.start >= from && provenance.end <= to);
}

/** Where each line of a text ends, in code points. */
function endsOfLines(text: string): number[] {
  const ends: number[] = [];
  let points = 0;
  for (const line of text.split('\n')) {
    points += Array.from(line).length;
    ends.push(points);
    points += 1;
  }
  return ends;
}

function lineAround(at: number, ends: readonly number[]): [number, number] {
  const line = ends.findIndex((end) => at <= end);
  return [line > 0 ? ends[line - 1]! + 1 : 0, ends[line] ?? at];
}

function foundOf(
  severity: Found['severity'],
  group: readonly (Doubt & { kind: LayoutKind })[],
  observations: readonly Observation[],
): Found {
  const { kind, page } = group[0]!;
  const { ja, en } = WORDS[kind];
  const details = group.map(({ detail }) => detail).filter((detail) => detail !== '');
  const quoted = details.slice(0, QUOTED).map(cut);
  const more = details.length - quoted.length;
  const quotes = {
    ja: quoted.length === 0 ? '' : `: ${quoted.map((quote) => `「${quote}」`).join('、')}`,
    en: quoted.length === 0 ? '' : `: ${quoted.map((quote) => `"${quote}"`).join(', ')}`,
  };
  return {
    severity,
    confidence: CONFIDENCE,
    message: {
      ja: `${page}ページ: ${ja}${quotes.ja}${more > 0 ? `、ほか ${more}か所` : ''}`,
      en: `Page ${page}: ${en}${quotes.en}${more > 0 ? ` and ${more} more` : ''}.`,
    },
    observations,
    place: { page, line: null },
    restsOn: 'layout',
    evidence: { [kind]: group.length },
    compared: [kind, details],
  };
}

const cut = (text: string): string =>
  text.length > QUOTE_CHARACTERS ? `${text.slice(0, QUOTE_CHARACTERS)}…` : text;
