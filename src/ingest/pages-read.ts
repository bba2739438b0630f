import type { DrawnPage, PageRead, Source } from '../model/index.ts';

/** How each page of a PDF or a picture was read; a text has none. */
export const pagesRead = (source: Source): PageRead[] =>
  source.kind === 'text' ? [] : source.pages.map(pageRead);

function pageRead({
  number,
  width,
  height,
  rotation = 0,
  source,
  reason,
  runs,
  setRight,
}: DrawnPage): PageRead {
  let [characters, sum] = [0, 0];
  for (const { text, confidence } of runs) {
    const length = Array.from(text.replace(/\s/gu, '')).length;
    characters += length;
    sum += length * confidence;
  }
  const isSideways = (setRight?.quarterTurns ?? 0) % 2 === 1;
  return {
    page: number,
    ...(isSideways ? { width: height, height: width } : { width, height }),
    rotation,
    source,
    reason: reason ?? (source === 'ocr' ? 'picture' : 'ownText'),
    characters,
    confidence: characters === 0 ? null : Math.round((sum / characters) * 1000) / 1000,
    quarterTurns: setRight?.quarterTurns ?? 0,
    degrees: setRight?.degrees ?? 0,
  };
}
