import { type Route, review } from './review.ts';

/**
 * The hash of the page's address.
 *
 *     #/findings/r5-f3a1c0   #/documents/r5/r5-r12   #/sample   #/overview
 */
export function readRoute(hash: string): Route {
  const [view, first, second] = hash
    .replace(/^#\/?/, '')
    .split('/')
    .map((part) => decoded(part));
  switch (view) {
    case 'documents':
      return { view, documentId: first || null, recordId: second || null };
    case 'sample':
    case 'overview':
      return { view };
    default:
      return { view: 'findings', findingId: view === 'findings' ? first || null : null };
  }
}

export function writeRoute(route: Route): string {
  const parts: (string | null)[] = [route.view];
  if (route.view === 'findings') parts.push(route.findingId);
  if (route.view === 'documents') parts.push(route.documentId, route.documentId && route.recordId);
  return `#/${parts
    .filter((part) => part !== null && part !== '')
    .map((part) => encodeURIComponent(part!))
    .join('/')}`;
}

/** Goes somewhere: `replaced` leaves no step in the browser's history. */
export function goTo(route: Route, how: 'pushed' | 'replaced' = 'pushed'): void {
  const hash = writeRoute(route);
  if (hash !== location.hash) {
    const address = `${location.pathname}${location.search}${hash}`;
    if (how === 'pushed') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }
  review.set({ route });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
