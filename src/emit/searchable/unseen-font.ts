import { type PDFContext, PDFHexString, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib';

const FONT = 'HeiseiKakuGo-W5';
/** Codes of this encoding are the text itself, in UTF-16. */
const ENCODING = 'UniJIS-UTF16-H';
/** Entries of one block of a CMap (Adobe Technical Note 5014). */
const MOST_ENTRIES = 100;

/**
 * A Japanese font for text that nobody sees: one of those every PDF reader knows by name (PDF 32000-1, 9.7.5.2), so that none is
 * embedded. What each code means is told besides, for readers without the tables of Adobe-Japan1.
 *
 * @param characters all that is written in it
 */
export function unseenFont(context: PDFContext, characters: ReadonlySet<string>): PDFRef {
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: FONT,
      Flags: 4,
      FontBBox: [-92, -250, 1010, 922],
      ItalicAngle: 0,
      Ascent: 752,
      Descent: -221,
      CapHeight: 737,
      StemV: 114,
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType0',
      BaseFont: FONT,
      CIDSystemInfo: {
        Registry: PDFString.of('Adobe'),
        Ordering: PDFString.of('Japan1'),
        Supplement: 5,
      },
      DW: 1000,
      FontDescriptor: descriptor,
    }),
  );
  const meanings = context.register(context.flateStream(toUnicode(characters)));
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: `${FONT}-${ENCODING}`,
      Encoding: PDFName.of(ENCODING),
      DescendantFonts: [descendant],
      ToUnicode: meanings,
    }),
  );
}

/** Text as the font's codes. */
export const codesOf = (text: string): string => PDFHexString.of(hexOf(text)).toString();

const hexOf = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

function toUnicode(characters: ReadonlySet<string>): string {
  const codes = [...characters].map(hexOf).sort();
  const blocks: string[] = [];
  for (let at = 0; at < codes.length; at += MOST_ENTRIES) {
    const block = codes.slice(at, at + MOST_ENTRIES);
    const lines = block.map((code) => `<${code}> <${code}>`);
    blocks.push(`${block.length} beginbfchar`, ...lines, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}
