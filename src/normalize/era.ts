import eras from './eras.json' with { type: 'json' };

export interface Era {
  readonly name: string;
  readonly letter: string;
  readonly start: string;
  /** Western year = offset + year of the era; 元年 is 1. The rule outlives the era: 平成32年度 is 2020. */
  readonly offset: number;
  readonly last: number;
}

const ERAS: readonly Era[] = eras;

/** The era a name or letter stands for: 令和, R, r. */
export function findEra(word: string): Era | null {
  const upper = word.toUpperCase();
  return ERAS.find((era) => era.name === word || era.letter === upper) ?? null;
}

/** Year of an era as a western year, or null where no plan reaches. */
export function westernYear(era: Era, year: number): number | null {
  return year >= 1 && year <= era.last ? era.offset + year : null;
}

/** The era before (-1) or after (1); null at the ends of the table. */
export const eraBeside = (era: Era, by: -1 | 1): Era | null => ERAS[ERAS.indexOf(era) + by] ?? null;
