import type { ReportView } from '../report-view.ts';
import type { Tokenize } from '../tokenizer.ts';
import { unitTests } from './explained.ts';
import { canonical, type Named, nameOf, saysNothingOwn, shareSaid, speaksOf } from './nouns.ts';
import type { Subject } from './phrases.ts';
import { type Passage, seriesOfObservations, type ToldSeries } from './told-series.ts';
import { whenAsked } from './when-asked.ts';

/** What the statements of a report are compared with. */
export interface Reading {
  readonly view: ReportView;
  readonly tokenize: Tokenize;
  /** a test of whether a text holds a number with one of these units */
  readonly holdsUnit: (units: readonly (string | null)[]) => RegExp;
  /** the words an indicator goes by, made when asked for */
  readonly nameOf: (indicator: string) => Named;
  /** units of the whole report and series of it by the last noun of their name: for narratives, gathered when asked for */
  readonly units: () => readonly string[];
  readonly byHead: () => ReadonlyMap<string, readonly ToldSeries[]>;
  /** the last characters of these nouns */
  readonly heads: () => readonly string[];
}

/** A passage being read, and how much of it could be tested. */
export interface Scene {
  readonly passage: Passage;
  readonly reading: Reading;
  readonly tested: () => void;
}

export function readingOf(view: ReportView, tokenize: Tokenize): Reading {
  const names = new Map<string, Named>();
  const named = (indicator: string): Named => {
    const name = names.get(indicator) ?? nameOf(indicator, tokenize);
    names.set(indicator, name);
    return name;
  };
  const all = whenAsked(() => seriesOfObservations(view.rows.flatMap(({ observations }) => observations)));
  const byHead = whenAsked(() => Map.groupBy(all(), ({ indicator }) => named(indicator).head));
  return {
    view,
    tokenize,
    holdsUnit: unitTests(),
    nameOf: named,
    units: whenAsked(() => [...new Set(all().flatMap(({ unit }) => unit ?? []))]),
    byHead,
    heads: whenAsked(() => [...new Set([...byHead().keys()].filter((head) => head !== '').map(endOf))]),
  };
}

const endOf = (head: string): string => head.slice(-2);

/** Whether a part of a sentence holds the end of any name at all: most do not, and need no words. */
export function mayMean(part: string, { passage, reading }: Scene): boolean {
  const said = canonical(part);
  if (passage.isNarrative) return reading.heads().some((head) => said.includes(head));
  return (
    (passage.series.length === 1 && saysNothingOwn(said)) ||
    passage.series.some(({ indicator }) => said.includes(endOf(reading.nameOf(indicator).head)))
  );
}

/** A subject of a narrative says most of the indicator's name, or it is taken for something else. */
const SHARE_SAID_IN_NARRATIVE = 0.6;

/** The series a subject speaks of; of a row's only one also where it says no more than 実績. */
export function meantBy(subject: Subject | null, { passage, reading }: Scene): readonly ToldSeries[] {
  if (subject === null) return [];
  if (passage.isNarrative) {
    const { head } = reading.nameOf(subject.text);
    return (reading.byHead().get(head) ?? []).filter((series) => {
      const name = reading.nameOf(series.indicator);
      return (
        speaksOf(subject, series, name, '') === 'same' && shareSaid(subject, name) >= SHARE_SAID_IN_NARRATIVE
      );
    });
  }
  return passage.series.filter((series) => {
    const kinship = speaksOf(subject, series, reading.nameOf(series.indicator), passage.context);
    return kinship === 'same' || (kinship === 'generic' && passage.series.length === 1);
  });
}
