import type { DocumentRow } from '../../api.ts';
import { useRuleTitle } from '../queue/choice-label.ts';
import { setFilter } from '../state/queue.ts';
import { goTo } from '../state/route.ts';
import { useWords } from '../words/words.ts';
import { muteRule } from './mute-rule.tsx';
import { TeachWord } from './teach-word.tsx';

/** What is to be known of a report as a whole, and what can be settled for all of it. */
export function DocumentPanel({ document }: { readonly document: DocumentRow }) {
  const words = useWords();
  const ruleTitle = useRuleTitle();
  const {
    id,
    title,
    path,
    refArea,
    reportPeriod,
    pages,
    records,
    findings,
    open,
    mutedRules,
    unknownHeaders,
  } = document;
  return (
    <section class="document-panel" aria-label={words.aboutDocument}>
      <h3>{title}</h3>
      <dl class="facts">
        <div>
          <dt>{words.file}</dt>
          <dd class="path">{path}</dd>
        </div>
        <div>
          <dt>{words.area}</dt>
          <dd>{refArea?.name ?? '–'}</dd>
        </div>
        <div>
          <dt>{words.year}</dt>
          <dd>{reportPeriod?.label ?? '–'}</dd>
        </div>
        <div>
          <dt>{words.pages}</dt>
          <dd>
            {words.number(pages)} · {words.recordCount(records)}
          </dd>
        </div>
      </dl>
      <p>
        {words.findingCount(open, findings)}{' '}
        <button
          type="button"
          class="quiet"
          onClick={() => {
            setFilter({ document: [id] });
            goTo({ view: 'findings', findingId: null });
          }}
        >
          {words.toFindings} ›
        </button>
      </p>
      <h4>{words.unknownHeaders}</h4>
      {unknownHeaders.length === 0 && <p class="faint">{words.noUnknownHeaders}</p>}
      <ul class="unknown-headers">
        {unknownHeaders.map((header) => (
          <li key={header.text}>
            <TeachWord documentId={id} header={header} />
          </li>
        ))}
      </ul>
      <h4>{words.mutedRules}</h4>
      {mutedRules.length === 0 && <p class="faint">{words.noMutedRules}</p>}
      <ul>
        {mutedRules.map((rule) => (
          <li key={rule}>
            {ruleTitle(rule)}{' '}
            <button type="button" class="quiet" onClick={() => void muteRule(id, rule, false)}>
              {words.unmute}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
