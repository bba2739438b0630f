import type { FindingRow } from '../../api.ts';
import { useLanguage, useWords } from '../words/words.ts';
import { useRuleTitle } from './choice-label.ts';

interface FindingOptionProps {
  readonly row: FindingRow | undefined;
  readonly index: number;
  readonly total: number;
  readonly isChosen: boolean;
  readonly onChoose: (id: string) => void;
}

export const optionId = (findingId: string): string => `finding-${findingId}`;

/** A finding as a row of the queue. */
export function FindingOption({ row, index, total, isChosen, onChoose }: FindingOptionProps) {
  const words = useWords();
  const language = useLanguage();
  const ruleTitle = useRuleTitle();
  const place = { 'aria-setsize': total, 'aria-posinset': index + 1 };
  if (!row)
    return (
      <div class="finding-option is-loading" role="option" aria-selected={false} tabIndex={-1} {...place}>
        {words.loading}
      </div>
    );
  const where = row.line === null ? row.page && words.page(row.page) : words.line(row.line);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the whole page
    <div
      id={optionId(row.id)}
      key={row.id}
      class={`finding-option ${row.severity} ${isChosen ? 'is-chosen' : ''} ${row.verdict || row.muted ? 'is-decided' : ''}`}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      {...place}
      onClick={() => onChoose(row.id)}
    >
      <span class={`severity ${row.severity}`}>{words.severities[row.severity]}</span>
      <span class="name">{row.indicator ?? ruleTitle(row.rule)}</span>
      {row.verdict ? (
        <span class={`verdict ${row.verdict}`}>{words.verdicts[row.verdict]}</span>
      ) : (
        <span class="raw">{row.raw?.slice(0, 40) ?? ''}</span>
      )}
      <span class="about">{row.message[language]}</span>
      <span class="where">{[row.documentTitle, where].filter(Boolean).join(' · ')}</span>
    </div>
  );
}
