/** A stretch of a folded text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Stretches whose digits name or number something instead of counting: addresses, telephone numbers, dates without a
 * year, chapter and footnote numbers, chains like 1.2.2, pairs like 2/3 (a fraction or a date?), commas in the wrong
 * place (12,34), and what a figure is measured by (1人1日当たり, 5点満点中).
 */
const PATTERNS: readonly RegExp[] = [
  /https?:\/\/[\x21-\x7e]+/gu,
  /[\w.+-]{1,64}@[\w.-]{1,255}/gu,
  /(?<![\d.])\d{1,8}(?:\.\d{1,8}){2,}/gu,
  /(?<![\d-])\d{1,8}(?:-\d{1,8}){2,}/gu,
  /(?<![\d/])\d[\d,]{0,11}\/\d[\d,]{0,11}(?![\d,/]|[かヶカヵケ箇個]?年|万)/gu,
  /第 ?[\d〇一二三四五六七八九十百]{1,4}/gu,
  /[※注] ?\d{1,3}/gu,
  /(?:^|(?<=[\s、。]))\(\d{1,2}\)(?=\s*[^\s()\d])/gu,
  /(?<![\d.,])\d{1,2} ?月(?: ?\d{1,2} ?日)?(?! ?間|額|平均)/gu,
  /(?<![\dA-Za-z.,:])(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:.])/gu,
  /(?<![\d.,])\d{1,2} ?時(?!間) ?(?:\d{1,2} ?分)?/gu,
  /(?:No\.?|NO\.?|ver\.?|Ver\.?) ?\d[\d.]*/gu,
  /[\d一][\d,.]{0,11}[千万]?(?:\p{Script=Han}|か月|km|ha){1,3}(?:[1一][日人])?(?:当たり|当り|あたり|につき)/gu,
  /(?<![\d.,])[1一](?:日|月|か月|年|人|回)(?:当たりの)?(?:平均|(?=約|およそ|延べ|最大))/gu,
  /[\d,.]{1,12} ?点満点中?|[\d,.]{1,12} ?\p{Script=Han}{1,3}中(?= ?\d)/gu,
  /(?<![\d.,])(?!\d{1,40}(?:,\d{3}){1,12}(?![\d,]))\d{1,12}(?:,\d{1,12}){1,12}(?![\d,])/gu,
  /(?<![\d.,])\d{1,4} ?(?:年度|号|番地|番|条(?!例)|丁目|次|期|類|章|節|か条)(?![かヶカヵケ])/gu,
];

/** Opaque stretches of a folded text in order of their beginning. */
export function opaqueSpans(text: string): Span[] {
  if (!/[\d第]/u.test(text)) return [];
  const found = PATTERNS.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}
