import type { HeaderCell, Observation, Table } from '../model/index.ts';
import { foldText, stripSpaces } from '../normalize/index.ts';

/**
 * The cells whose words are in the header path of a value, wherever the tables have such a cell: what a person is shown
 * beside the value. A value names its headers by their words alone; which of several equal cells is meant is told by where
 * they stand (`headerPlaces` of the review page).
 */
export function headerCells(tables: readonly Table[], observations: readonly Observation[]): HeaderCell[] {
  const words = new Set(observations.flatMap(({ provenance }) => provenance.headers.map(headerWords)));
  return tables.flatMap(({ index, cells }) =>
    cells
      .filter(({ text }) => text !== '' && words.has(headerWords(text)))
      .map(({ row, column, rowSpan, columnSpan, text, page, line, start, end, box }) => ({
        ...{ table: index, row, column, rowSpan, columnSpan, text },
        ...{ page, line, start, end, box },
      })),
  );
}

/** A header in one spelling, without the spaces that spread it over its cell. */
const headerWords = (text: string): string => stripSpaces(foldText(text));
