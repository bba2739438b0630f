import type { DocumentSummary, RunCounts } from '../model/index.ts';
import type { SummaryStyle } from './summary.ts';
import { fitWidth, padEnd, padStart, printable, textWidth } from './text-width.ts';

/** More reports than a person reads through: beyond these, only reports that need a look are shown. */
const READ_THROUGH = 50;

/** Findings and unknown headers shown under a report. */
const SHOWN = 3;

const INDENT = '  ';

/** Columns a title gets even where the terminal is narrower. */
const MIN_TITLE_COLUMNS = 20;

/** Columns an unknown header gets: enough to find it, however much text stands in its cell. */
const MAX_HEADER_COLUMNS = 40;

/** Columns of the table, in order; names are right of the numbers because they are of any length. */
const TEXT_COLUMNS = 2;

/**
 * A line a report in aligned columns, under it what needs a look, below all the totals.
 *
 *     City    Year       Tables  Records  Values  Accounted  Findings  Report
 *     青海市  令和5年度      12      116     563    100.0 %         1  総合戦略 進捗状況
 *       reports/r5.txt
 *       ✗ line 41: …
 */
export function reportTable(
  documents: readonly DocumentSummary[],
  counts: RunCounts,
  style: SummaryStyle,
): string[] {
  const { texts, paint, columns } = style;
  const shown = toShow(documents);
  const { report, ...heads } = texts.summary.columns;
  const head = Object.values(heads);
  const rows = shown.map((document) => cellsOf(document, style));
  const total = totalCells(counts, style);
  const widths = head.map((_, index) =>
    Math.max(...[head, ...rows, total].map((cells) => textWidth(cells[index]!))),
  );
  const align = (cells: readonly string[]) =>
    cells
      .map((cell, index) =>
        index < TEXT_COLUMNS ? padEnd(cell, widths[index]!) : padStart(cell, widths[index]!),
      )
      .join(INDENT);
  const left = columns - textWidth(align(head)) - 2 * INDENT.length;

  const lines = [INDENT + paint('dim', `${align(head)}${INDENT}${report}`)];
  for (const [index, document] of shown.entries()) {
    const title = fitWidth(printable(document.title), Math.max(left, MIN_TITLE_COLUMNS));
    lines.push(`${INDENT}${align(rows[index]!)}${INDENT}${title}`);
    lines.push(INDENT.repeat(2) + paint('dim', printable(document.path)), ...detailsOf(document, style));
  }
  const hidden = documents.length - shown.length;
  if (hidden > 0) lines.push(INDENT + paint('dim', texts.summary.moreReports(hidden)));
  if (documents.length > 1) lines.push(INDENT + paint('bold', align(total)));
  return lines;
}

function toShow(documents: readonly DocumentSummary[]): readonly DocumentSummary[] {
  if (documents.length <= READ_THROUGH) return documents;
  return documents.filter(needsLook).slice(0, READ_THROUGH);
}

function needsLook({ findings, coverage, unknownHeaders }: DocumentSummary): boolean {
  return findings.error + findings.warning + coverage.unparsed + unknownHeaders.length > 0;
}

function cellsOf(summary: DocumentSummary, { texts }: SummaryStyle): string[] {
  const { findings, coverage } = summary;
  return [
    printable(summary.city ?? texts.summary.unknown),
    printable(summary.period ?? texts.summary.unknown),
    ...[summary.tables, summary.records, summary.observations].map(grouped),
    share(coverage.characters, coverage.unparsed),
    grouped(findings.error + findings.warning + findings.info),
  ];
}

function totalCells(counts: RunCounts, { texts }: SummaryStyle): string[] {
  return [
    texts.summary.total,
    '',
    ...[counts.tables, counts.records, counts.observations].map(grouped),
    share(counts.characters, counts.unparsed),
    grouped(counts.findings),
  ];
}

/** What needs a look: findings, errors first, then words to teach, then text that nothing accounts for. */
function detailsOf(summary: DocumentSummary, { texts, paint }: SummaryStyle): string[] {
  const { findings, topFindings, unknownHeaders, coverage } = summary;
  const lines: string[] = [];
  const say = (mark: string, page: number | null, line: number | null, text: string) => {
    const place = texts.summary.place(page, line);
    const words = printable(place === '' ? text : `${place}: ${text}`);
    lines.push(`${INDENT.repeat(2)}${mark} ${words}`);
  };
  for (const { severity, message, likelier, page, line } of topFindings.slice(0, SHOWN)) {
    const mark = severity === 'error' ? paint('red', '✗') : paint('yellow', '!');
    say(mark, page, line, message[texts.language]);
    if (likelier !== null)
      lines.push(INDENT.repeat(3) + paint('dim', printable(likelier.message[texts.language])));
  }
  const more = findings.error + findings.warning - Math.min(topFindings.length, SHOWN);
  if (more > 0) say(' ', null, null, texts.summary.moreFindings(more));
  for (const header of unknownHeaders.slice(0, SHOWN)) {
    say(
      paint('cyan', '?'),
      header.page,
      header.line,
      texts.summary.unknownHeader({ ...header, text: fitWidth(header.text, MAX_HEADER_COLUMNS) }),
    );
  }
  if (coverage.unparsed > 0) {
    say(paint('yellow', '…'), null, null, texts.summary.unparsed(coverage.unparsed));
  }
  return lines;
}

/** Share of the text that is accounted for; rounded down, so that 100.0 % means all of it. */
function share(characters: number, unparsed: number): string {
  if (characters === 0) return '–';
  return `${(Math.floor(((characters - unparsed) / characters) * 1000) / 10).toFixed(1)} %`;
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
