import type { Provenance } from '../../model/index.ts';
import type { HeaderPlace } from '../api.ts';
import type { OpenReport } from './stored-reports.ts';

/** Where the headers stand that gave a cell its meaning; without a place where that is not known. */
export function headerPlaces(_open: OpenReport, { headers, page }: Provenance): HeaderPlace[] {
  return headers.map((text) => ({ text, page, box: null, line: null, columns: null }));
}
