import { parseFragment } from 'parse5';

/** The longest name of the HTML Living Standard (13.5, named character references) has 31 letters. */
const ENTITY = /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});/g;

/** What was decoded before, as parse5 takes microseconds for each; more entries than a report has names. */
const KNOWN = new Map<string, string>();
const MAX_KNOWN = 4096;

/**
 * Decodes HTML character references (`&amp;` `&nbsp;` `&#9312;`). Only those closed by a semicolon: the "M&A" and "R&D" of a
 * report stay as they are.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (entity) => {
    const known = KNOWN.get(entity);
    if (known !== undefined) return known;
    const character = decodeEntity(entity);
    if (KNOWN.size < MAX_KNOWN) KNOWN.set(entity, character);
    return character;
  });
}

/** A reference to a tab or a line break is white space like any other: it must not part cells or lines. */
function decodeEntity(entity: string): string {
  const [node] = parseFragment(entity).childNodes;
  const character = node !== undefined && 'value' in node ? node.value : entity;
  return character.replace(/[\t\n\f\r]/g, ' ');
}
