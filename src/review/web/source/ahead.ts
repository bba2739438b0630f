import type { FindingView } from '../../api.ts';
import { cellsOf } from './cells.ts';
import { fetchLines } from './lines.ts';
import { pictureOf } from './picture.ts';
import { pixelsFor, scaleAhead } from './scale.ts';

/** Fetches and draws the page of a finding before it is asked for. A failure shows when the page is. */
export async function fetchPlaces({ places }: FindingView): Promise<void> {
  const [place] = places;
  if (!place) return;
  if (place.source === 'text') {
    fetchLines(place.documentId, place.line ?? 1);
    return;
  }
  try {
    const { width, height, rotation } = await cellsOf(place.documentId, place.source, place.page);
    const scale = scaleAhead({ width, height });
    if (scale === null) return;
    const { documentId, source, page } = place;
    await pictureOf({ documentId, source, page, rotation, scale: pixelsFor(scale) });
  } catch {}
}
