import data from './damage.json' with { type: 'json' };
import type { ReportView } from './report-view.ts';
import type { Found } from './rule.ts';

const TAG = /<\/?([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?\/?>/gu;
const WEB_PAGE = /<(?:!doctype|html|body|head)\b/iu;
const KINDS = new Map(
  Object.entries(data.tags).flatMap(([kind, tags]) => tags.map((tag) => [tag, kind] as const)),
);
/** Above this share of lines that open with a tag, the report is a web page. */
const MOST_MARKED_LINES = 0.3;
const PLACES_TOLD = 6;

/** - ：達成できた — a line of a legend that has lost its mark; ○：… with one stands near it. */
const BARE_LEGEND = /^[-－・]?\s{0,4}[:：]\s{0,4}(\p{L}.*)$/u;
const DASH_LEGEND = /^[-－―—]\s{0,4}[:：]/u;
const LEGEND = /^[-・]?\s{0,4}[○◯◎△▲×●]\s{0,4}[:：]/u;
const NEAR_LINES = 4;
/** A rule of dashes with cells: what is left of a table's lines where no table begins. */
function isRule(line: string): boolean {
  if (!line.includes('----') || !RULE_CHARACTERS.test(line)) return false;
  const cells = line.split('\t');
  const first = cells.findIndex((cell) => cell.includes('----'));
  return cells.slice(first + 1).some((cell) => cell.includes('--'));
}
const RULE_CHARACTERS = /^[-|:\s]+$/u;

/** What converters leave behind: tags in plain text, legends without their marks, lines of tables. Linear in lines. */
export function leftovers(view: ReportView, lines: readonly string[]): Found[] {
  const hasLines = view.records.some(({ provenance }) => provenance.line !== null);
  const placeOf = (at: number): NonNullable<Found['place']> => ({ page: 1, line: hasLines ? at + 1 : null });
  return [...tagsIn(view.text, lines, placeOf), ...legendsIn(lines, placeOf), ...rulesIn(lines, placeOf)];
}

type PlaceOf = (at: number) => NonNullable<Found['place']>;

/** One finding a kind of tag: whoever mends one mends all. */
function tagsIn(text: string, lines: readonly string[], placeOf: PlaceOf): Found[] {
  const spoken = lines.filter((line) => line.trim() !== '');
  const marked = spoken.filter((line) => line.trimStart().startsWith('<'));
  if (WEB_PAGE.test(text.slice(0, 4096)) || marked.length > spoken.length * MOST_MARKED_LINES) return [];
  const places = new Map<string, Set<number>>();
  const counts = new Map<string, number>();
  const whole = linesOfTables(lines);
  for (const [at, line] of lines.entries()) {
    if (whole.has(at)) continue;
    for (const [, tag] of line.matchAll(TAG)) {
      const kind = KINDS.get(tag!.toLowerCase());
      if (kind === undefined) continue;
      places.set(kind, (places.get(kind) ?? new Set()).add(at));
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  }
  const names: { readonly [kind: string]: string } = data.tagNames;
  return [...places].map(([kind, at]) => {
    const told = [...at].slice(0, PLACES_TOLD).map((line) => line + 1);
    const more = at.size > told.length ? ['…'] : [];
    return {
      severity: 'warning' as const,
      confidence: 0.8,
      message: {
        ja: `${names[kind]}のHTMLタグが文字として${counts.get(kind)}個残っています（${at.size}行: ${[...told, ...more].join('、')}）`,
        en: `${counts.get(kind)} HTML tags (${kind}) are left in the text (${at.size} lines: ${[...told, ...more].join(', ')}).`,
      },
      observations: [],
      place: placeOf([...at][0]!),
      restsOn: 'damage' as const,
      evidence: { tags: counts.get(kind)!, lines: at.size },
      compared: ['tags', kind, counts.get(kind)],
    };
  });
}

/** Lines of tables that are whole: Markdown takes them in as they are, nothing was left behind. */
function linesOfTables(lines: readonly string[]): ReadonlySet<number> {
  const inside = new Set<number>();
  let begin: number | null = null;
  for (const [at, line] of lines.entries()) {
    if (/^\s{0,3}<table\b/iu.test(line)) begin = at;
    if (begin === null || !/<\/table>\s*$/iu.test(line)) continue;
    for (let own = begin; own <= at; own += 1) inside.add(own);
    begin = null;
  }
  return inside;
}

function legendsIn(printed: readonly string[], placeOf: PlaceOf): Found[] {
  const lines = printed.map((line) => line.trim());
  return lines.flatMap((line, at): Found[] => {
    const words = BARE_LEGEND.exec(line)?.[1];
    if (words === undefined) return [];
    const near = lines.slice(Math.max(0, at - NEAR_LINES), at + NEAR_LINES + 1);
    const isLegend = near.some((each) => LEGEND.test(each));
    // － is a mark of its own: only where another line lacks its mark too has it lost one
    const others = near.filter((each) => each !== line && BARE_LEGEND.test(each));
    if (!isLegend || (DASH_LEGEND.test(line) && others.length === 0)) return [];
    return [
      {
        severity: 'warning',
        confidence: 0.7,
        message: {
          ja: `凡例の記号が失われているようです: 「${line}」`,
          en: `A legend seems to have lost its mark: "${line}".`,
        },
        observations: [],
        place: placeOf(at),
        restsOn: 'damage',
        evidence: { legend: line },
        compared: ['legend', line],
      },
    ];
  });
}

function rulesIn(lines: readonly string[], placeOf: PlaceOf): Found[] {
  return lines.flatMap((line, at): Found[] =>
    isRule(line)
      ? [
          {
            severity: 'warning',
            confidence: 0.6,
            message: {
              ja: '表の罫線が文字として残り、前後の欄の見出しが失われた可能性があります',
              en: 'A line of a table is left as text; the box it closed may have lost its heading.',
            },
            observations: [],
            place: placeOf(at),
            restsOn: 'damage',
            evidence: {
              before: (lines[at - 1] ?? '').slice(0, 30),
              after: (lines[at + 1] ?? '').slice(0, 30),
            },
            compared: ['rule', (lines[at - 1] ?? '').slice(0, 30), (lines[at + 1] ?? '').slice(0, 30)],
          },
        ]
      : [],
  );
}
