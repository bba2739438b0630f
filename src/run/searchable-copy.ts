import { DocumentError, type Source } from '../model/index.ts';

interface Scanned {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly password?: string | undefined;
}

/**
 * A searchable copy of a report whose pages, or some of them, are pictures: a PDF of the same pages with what was read laid
 * unseen over them. Null for a report all of whose text is text already. Throws DocumentError `unsupported` where the PDF is
 * none that can be written again.
 */
export async function searchableCopy(
  { path, bytes, password }: Scanned,
  source: Source,
): Promise<Uint8Array | null> {
  if (source.kind === 'text' || source.pages.every((page) => page.source !== 'ocr')) return null;
  // loaded by the first copy that is asked for
  const { searchablePdf, searchablePictures } = await import('../emit/searchable/searchable-pdf.ts');
  try {
    if (source.mediaType === 'application/pdf') return await searchablePdf(bytes, source.pages, password);
    const { pagePhotos } = await import('../ingest/scan/page-photos.ts');
    return await searchablePictures(pagePhotos(bytes, source.pages.length), source.pages);
  } catch (cause) {
    const reason = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0]!;
    const text = {
      ja: `検索できる PDF を作れません（${reason}）。--searchable なしで実行するか、PDF を作り直してください`,
      en: `no searchable copy can be made of it (${reason}); run without --searchable, or have the PDF made anew`,
    };
    throw new DocumentError('unsupported', path, text, cause);
  }
}
