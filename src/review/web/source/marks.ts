import type { Box } from '../../../model/index.ts';
import type { Place } from '../../api.ts';

/** What is boxed on a page. */
export interface Marks {
  readonly suspect: readonly Box[];
  readonly compared: readonly Box[];
  readonly headers: readonly Box[];
}

/** The boxes of a page: of its places the first of all is the suspect, the others what it is compared with. */
export function marksOn(places: readonly Place[], documentId: string, page: number): Marks {
  const here = places.filter((place) => place.documentId === documentId);
  const boxed = here.filter((place) => place.page === page);
  const boxesOf = (some: readonly Place[]): Box[] => some.flatMap(({ box }) => (box ? [box] : []));
  return {
    suspect: boxesOf(boxed.filter((place) => place === places[0])),
    compared: boxesOf(boxed.filter((place) => place !== places[0])),
    headers: different(
      here.flatMap(({ headers }) =>
        headers.flatMap((one) => (one.box && one.page === page ? [one.box] : [])),
      ),
    ),
  };
}

/** Lines apart at which two places of a text do not fit one screen. */
const FAR_LINES = 12;

/** The places that are not in sight where the first one is: another document, another page, lines further on. */
export function placesElsewhere([first, ...others]: readonly Place[]): Place[] {
  if (!first) return [];
  return others.filter((place) => {
    if (place.documentId !== first.documentId) return true;
    if (place.source !== 'text') return place.page !== first.page;
    return Math.abs((place.line ?? 0) - (first.line ?? 0)) > FAR_LINES;
  });
}

function different(boxes: readonly Box[]): Box[] {
  return [...new Map(boxes.map((box) => [box.join(), box])).values()];
}
