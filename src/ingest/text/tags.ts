/** A tag, comment or declaration as it stands in the text. */
export interface Tag {
  readonly start: number;
  readonly end: number;
  /** lower case; `!` for what holds no text of the report (comments, declarations, scripts, styles) */
  readonly name: string;
  readonly isClosing: boolean;
}

/** What a tag does to the text around it: `inline` nothing, `block` parts it, `break` is a line break. */
export type TagKind = 'inline' | 'block' | 'break';

const BLOCK_NAMES = new Set(
  (
    'html head body title div p h1 h2 h3 h4 h5 h6 hr ul ol li dl dt dd table thead tbody tfoot tr td th caption ' +
    'colgroup col form fieldset legend select option textarea center pre blockquote section article header footer ' +
    'main nav aside figure figcaption address details summary'
  ).split(' '),
);
const INLINE_NAMES = new Set(
  (
    '! a abbr b big button cite code del em font i iframe img input ins label link mark meta nobr path q rp rt ruby s ' +
    'script small span strike strong style sub sup svg time u wbr'
  ).split(' '),
);

/** Elements whose content is no text (HTML Living Standard 13.1.2, raw text elements). */
const RAW_TEXT = /^(?:script|style)$/;

// Each pattern is sticky and none of them steps over a `<`, so that the whole scan stays linear.
const TAG_NAME = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)/y;
const ATTRIBUTE = /\s+[a-zA-Z_:@][\w:.@-]*(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'<>=`]+))?/y;
const TAG_END = /\s*\/?>/y;
const DECLARATION = /<![a-zA-Z][^<>]*>/y;

/**
 * Finds the HTML tags in a text that is otherwise no HTML. Only names of HTML elements count, so 〈人口の推移〉 written
 * as `<人口の推移>`, `<A社>` and `a<b` stay text; a lone capital (`<A>`, a rank) is a tag only where it is closed.
 *
 * A scanner of its own rather than a parser's tree: parse5 builds a document in quadratic time where tags are nested
 * deeply or attributes are many, and a report may come from anywhere. Linear in the length of the text.
 */
export function scanTags(text: string): Tag[] {
  const tags: Tag[] = [];
  const scan: Scan = { text, next: new Map() };
  for (let at = text.indexOf('<'); at >= 0; ) {
    const tag = readComment(scan, at) ?? readTag(scan, at);
    if (tag !== null) tags.push(tag);
    at = text.indexOf('<', tag === null ? at + 1 : tag.end);
  }
  return tags;
}

export function tagKind(tag: Tag): TagKind {
  if (tag.name === 'br') return 'break';
  return BLOCK_NAMES.has(tag.name) ? 'block' : 'inline';
}

/** The heading level h1–h6 of a tag, else null. */
export function headingLevel(tag: Tag): number | null {
  return /^h[1-6]$/.test(tag.name) ? Number(tag.name[1]) : null;
}

/** A ticked box is the one tag that a reader sees: ☑. */
export function isChecked(text: string, tag: Tag): boolean {
  return tag.name === 'input' && readAttribute(text, tag, 'checked') !== null;
}

/** The value of an attribute: '' where it stands without one, null where it does not stand. */
export function readAttribute(text: string, tag: Tag, name: string): string | null {
  let at = tag.start + 1 + tag.name.length;
  for (;;) {
    const attribute = matchAt(ATTRIBUTE, text, at);
    if (attribute === null) return null;
    const [key = '', ...value] = attribute[0].split('=');
    if (key.trim().toLowerCase() === name)
      return value
        .join('=')
        .trim()
        .replace(/^["']|["']$/g, '');
    at += attribute[0].length;
  }
}

interface Scan {
  readonly text: string;
  /** where each closing string was last found, Infinity where it comes no more: no stretch is searched twice */
  readonly next: Map<string, number>;
}

function readTag(scan: Scan, at: number): Tag | null {
  const opening = matchAt(TAG_NAME, scan.text, at);
  if (opening === null) return null;
  const [whole, slash, written = ''] = opening;
  const name = written.toLowerCase();
  if (name !== 'br' && !BLOCK_NAMES.has(name) && !INLINE_NAMES.has(name)) return null;

  let end = at + whole.length;
  for (let next = matchAt(ATTRIBUTE, scan.text, end); next !== null; ) {
    end += next[0].length;
    next = matchAt(ATTRIBUTE, scan.text, end);
  }
  const close = matchAt(TAG_END, scan.text, end);
  if (close === null) return null;
  end += close[0].length;

  const closing = findClosing(scan, `</${written}>`, end);
  const isLoneCapital = slash === '' && written.length === 1 && written !== name;
  if (isLoneCapital && closing === Number.POSITIVE_INFINITY) return null;
  if (slash === '' && RAW_TEXT.test(name) && closing < Number.POSITIVE_INFINITY) {
    return { start: at, end: closing + written.length + 3, name: '!', isClosing: false };
  }
  return { start: at, end, name, isClosing: slash === '/' };
}

function readComment(scan: Scan, at: number): Tag | null {
  if (scan.text[at + 1] !== '!') return null;
  const close = scan.text.startsWith('<!--', at)
    ? findClosing(scan, '-->', at + 4)
    : Number.POSITIVE_INFINITY;
  if (close < Number.POSITIVE_INFINITY) return { start: at, end: close + 3, name: '!', isClosing: false };
  const declaration = matchAt(DECLARATION, scan.text, at);
  return declaration && { start: at, end: at + declaration[0].length, name: '!', isClosing: false };
}

/** Offset of the closing string at or behind `from`; Infinity where there is none. */
function findClosing(scan: Scan, closing: string, from: number): number {
  const known = scan.next.get(closing) ?? -1;
  if (known >= from) return known;
  const found = scan.text.indexOf(closing, from);
  const next = found < 0 ? Number.POSITIVE_INFINITY : found;
  scan.next.set(closing, next);
  return next;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
