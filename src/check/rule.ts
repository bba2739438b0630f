import type { Finding, Observation } from '../model/index.ts';
import type { ReportView } from './report-view.ts';

/** Words for people, in both languages. */
export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}

/**
 * What a finding rests on, and so what a wrong reading would have got wrong: the figures and places of its `cells`, the
 * `words` of headings and labels, the `placing` of a row under its headers, the `layout` of a drawn page, `damage` done to the text before it came here,
 * or more than can be told (`sense`: what a sentence speaks of, whether a table is one).
 */
export type RestsOn = 'cells' | 'words' | 'placing' | 'layout' | 'damage' | 'sense';

/** What a rule found, before it gets its id; the first observation is the suspect. */
export interface Found {
  readonly severity: Finding['severity'];
  /** 0..1: how sure the rule is that a person would agree */
  readonly confidence: number;
  readonly message: Bilingual;
  /** the suspect first, then what it was compared with */
  readonly observations: readonly Observation[];
  readonly recordIds?: readonly string[];
  /** place of a finding that has no observation */
  readonly place?: { readonly page: number; readonly line: number | null };
  /** the figures compared, by name */
  readonly evidence: Finding['evidence'];
  readonly suggestion?: Finding['suggestion'];
  /** `cells` where nothing else is said */
  readonly restsOn?: RestsOn;
  /** what was compared, for the fingerprint: words and figures, never places */
  readonly compared: readonly unknown[];
}

/** What became of a rule on a report. */
export interface RuleResult {
  /** how many things the rule could test; 0: the report has nothing of the kind */
  readonly checked: number;
  readonly found: readonly Found[];
}

/**
 * What a rule looks at: `figures` against each other, `cells` as they were read, or `print`: rows, labels and lines, whose
 * cells are places and no suspects.
 */
export type RuleSubject = 'figures' | 'cells' | 'print';

/** A rule on one report. Pure, never throws, linear in observations. */
export interface Rule {
  readonly slug: string;
  readonly title: Bilingual;
  readonly subject: RuleSubject;
  /** what a report must have for the rule to say anything */
  readonly needs: Bilingual;
  /** the gravest severity it gives */
  readonly severity: Finding['severity'];
  readonly check: (view: ReportView) => RuleResult;
}

/** A rule on several reports of one municipality, oldest report first. */
export interface AreaRule extends Omit<Rule, 'check'> {
  /** tells its comparisons in fingerprints from those of a rule of the same slug on one report */
  readonly comparison?: string;
  readonly check: (views: readonly ReportView[]) => RuleResult;
}
