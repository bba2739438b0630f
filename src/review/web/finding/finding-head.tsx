import type { FindingView } from '../../api.ts';
import { useRuleTitle } from '../queue/choice-label.ts';
import { useLanguage, useWords } from '../words/words.ts';

/** What is odd and where. */
export function FindingHead({ view: { finding, places, verdicts } }: { readonly view: FindingView }) {
  const words = useWords();
  const language = useLanguage();
  const ruleTitle = useRuleTitle();
  const where = finding.line === null ? finding.page && words.page(finding.page) : words.line(finding.line);
  const verdict = verdicts[0]?.verdict;
  const { likelier } = finding;
  return (
    <>
      <p class="finding-where">
        <span class={`severity ${finding.severity}`}>{words.severities[finding.severity]}</span>
        <span class="rule" title={finding.rule}>
          {ruleTitle(finding.rule)}
        </span>
        <span class="where">{[places[0]?.documentTitle, where].filter(Boolean).join(' · ')}</span>
        {verdict && <span class={`verdict ${verdict}`}>{words.verdicts[verdict]}</span>}
      </p>
      <h2 class="message">{finding.message[language]}</h2>
      {likelier && <p class={`likelier ${likelier.wrong}`}>{likelier.message[language]}</p>}
    </>
  );
}
