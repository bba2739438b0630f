import { describedRules } from '../../check/index.ts';
import type { Document } from '../../model/index.ts';
import type { FindingView, Overview, Place } from '../api.ts';
import type { SourceLines } from '../server/source-lines.ts';
import { type Html, html } from './html.ts';
import words from './words.json' with { type: 'json' };

export type Language = 'ja' | 'en';

const STYLE = `
body { font: 14px/1.6 sans-serif; max-width: 62rem; margin: 1rem auto; padding: 0 1rem; color: #111; }
table { border-collapse: collapse; margin: .5rem 0 1rem; } th, td { border: 1px solid #bbb; padding: .2rem .5rem; text-align: left; }
td.n { text-align: right; } .bar { display: inline-block; height: .7rem; background: #0060c0; vertical-align: middle; }
article { border: 1px solid #bbb; border-left: .4rem solid #888; margin: .8rem 0; padding: .4rem .8rem; break-inside: avoid; }
article.error { border-left-color: #d00000; } article.warning { border-left-color: #d07000; }
img { max-width: 100%; border: 1px solid #ddd; } pre { white-space: pre-wrap; background: #f6f6f6; padding: .3rem; }
mark { background: #fff; outline: 2px solid #d00000; } .meta { color: #444; }
@media print { body { margin: 0; max-width: none; } h2 { break-before: page; } }
`;

/** Begin of the file: nothing is loaded from anywhere and no script runs. */
export const head = (language: Language, folder: string): Html => html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>${words[language].title}: ${folder}</title>
<style>${STYLE}</style></head><body><h1>${words[language].title}</h1><p class="meta">${folder}</p>
`;

export const tail = (): Html => html`</body></html>
`;

/** What a manager reads in a minute. */
export function overviewSection(overview: Overview, language: Language): Html {
  const word = words[language];
  const { findings, targets } = overview;
  const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;
  const facts: [string, string | number][] = [
    [word.reports, overview.reports],
    [word.records, overview.records],
    [word.observations, overview.observations],
    [word.shareChecked, percent(overview.shareChecked)],
    [word.error, findings.error],
    [word.warning, findings.warning],
    [word.info, findings.info],
    [word.open, overview.open],
    [word.targets, `${targets.met} / ${targets.compared}`],
  ];
  return html`<h2>${word.overview}</h2><table>${facts.map(
    ([name, value]) => html`<tr><th>${name}</th><td class="n">${value}</td></tr>`,
  )}</table>
${counted(
  word.rule,
  word,
  overview.byRule.map(({ rule, error, warning, info }) => [titleOf(rule, language), error + warning + info]),
)}
${counted(
  word.area,
  word,
  overview.byArea.map(({ area, findings: count }) => [area === '' ? word.unknownArea : area, count]),
)}
${counted(
  `${word.department} (${word.open})`,
  word,
  overview.departments.filter(({ open }) => open > 0).map(({ name, open }) => [name, open]),
)}`;
}

function counted(
  title: string,
  word: { count: string },
  rows: readonly (readonly [string, number])[],
): Html | null {
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map(([, count]) => count), 1);
  return html`<table><tr><th>${title}</th><th>${word.count}</th><th></th></tr>${rows.map(
    ([name, count]) => html`<tr><td>${name}</td><td class="n">${count}</td>
<td><span class="bar" style="width:${(count / most) * 12}rem"></span></td></tr>`,
  )}</table>`;
}

export const documentHead = ({ title, id, source }: Document): Html =>
  html`<h2>${title === '' ? id : title}</h2><p class="meta">${source.path}</p>
`;

/** A finding with its place; `picture` is a data URI. */
export function findingSection(
  { finding, places }: FindingView,
  picture: string | null,
  lines: SourceLines,
  language: Language,
): Html {
  const { message, severity, rule, verdict, suggestion, page, line, likelier = null } = finding;
  const word = words[language];
  const place = [
    page === null ? '' : language === 'ja' ? `${page} ${word.page}` : `${word.page} ${page}`,
    line === null ? '' : language === 'ja' ? `${line} ${word.line}` : `${word.line} ${line}`,
  ].filter((each) => each !== '');
  const told = verdict === null ? word.open : word[verdict];
  const [suspect] = places;
  const hasBox = suspect !== undefined && suspect.box !== null;
  return html`<article class="${severity}"><p><strong>${word[severity]}</strong> ${message[language]}</p>
${likelier === null ? null : html`<p>${likelier.message[language]}</p>`}
${suggestion === null ? null : html`<p>${word.suggestion}: ${suggestion.from} → ${suggestion.to}</p>`}
${picture !== null ? html`<img src="${picture}" alt="${message[language]}">` : null}
${picture === null && hasBox ? html`<p class="meta">${word.noPicture}</p>` : null}
${suspect?.columns === null || suspect === undefined ? null : printedLine(suspect, lines)}
<p class="meta">${titleOf(rule, language)} · ${place.join(' · ')} · ${word.verdict}: ${told}</p></article>
`;
}

/** Characters of a line shown on each side of a cell. */
const AROUND_CHARACTERS = 200;

function printedLine({ line, columns }: Place, lines: SourceLines): Html | null {
  const [printed] = line === null ? [] : lines.slice(line, line);
  if (printed === undefined || columns === null) return null;
  const characters = [...printed.text];
  const [start, end] = columns;
  const text = (from: number, to: number) => characters.slice(from, to).join('');
  return html`<pre>${text(Math.max(0, start - AROUND_CHARACTERS), start)}<mark>${text(start, Math.min(end, start + AROUND_CHARACTERS))}</mark>${text(end, end + AROUND_CHARACTERS)}</pre>`;
}

const titles = new Map(describedRules.map(({ slug, title }) => [slug, title]));

const titleOf = (rule: string, language: Language): string => titles.get(rule)?.[language] ?? rule;
