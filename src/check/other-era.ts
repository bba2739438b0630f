import { eraBeside, findEra } from '../normalize/index.ts';

/** A text that opens with an era, read in the era beside it. */
export interface InOtherEra {
  readonly text: string;
  /** how many years later it then is */
  readonly years: number;
}

const OPENS_WITH_ERA = /^(?:\p{Script=Han}{2}|[A-Za-z\uFF21-\uFF3A])(?=\s*[\d\uFF10-\uFF19元])/u;

/**
 * A period's text in the era before or after its own; null where it opens with none.
 *
 *     inOtherEra('R29～R1', -1)    →  H29～R1, -30
 *     inOtherEra('平成5年度', 1)   →  令和5年度, 30
 */
export function inOtherEra(text: string, by: -1 | 1): InOtherEra | null {
  const written = OPENS_WITH_ERA.exec(text)?.[0];
  const era = written === undefined ? null : findEra(written.normalize('NFKC'));
  const other = era === null ? null : eraBeside(era, by);
  if (written === undefined || era === null || other === null) return null;
  return {
    text: (written.length === 1 ? other.letter : other.name) + text.slice(written.length),
    years: other.offset - era.offset,
  };
}
