import type { FindingView } from '../../api.ts';
import { MuteRule } from '../documents/mute-rule.tsx';
import { RowPanel } from '../row/row-panel.tsx';
import { review } from '../state/review.ts';
import { useStore } from '../state/store.ts';
import { useWords } from '../words/words.ts';
import { Evidence } from './evidence.tsx';
import { FindingHead } from './finding-head.tsx';
import { History } from './history.tsx';
import { MisreadForm } from './misread-form.tsx';
import { NoteForm } from './note-form.tsx';
import { SuggestionBox } from './suggestion-box.tsx';
import { VerdictBar } from './verdict-bar.tsx';

/** All that is needed to decide on a finding, and the deciding. */
export function FindingPane({ view }: { readonly view: FindingView | null }) {
  const words = useWords();
  const entry = useStore(review, (state) => state.entry);
  if (!view)
    return (
      <section class="finding-pane is-empty" aria-label={words.finding}>
        <p>{words.noFinding}</p>
      </section>
    );
  const { finding, verdicts, row } = view;
  return (
    <section class="finding-pane" aria-label={words.finding}>
      <div class="decide">
        <FindingHead view={view} />
        <SuggestionBox finding={finding} />
        <VerdictBar current={verdicts[0]?.verdict ?? null} />
        {entry === 'misreading' && <MisreadForm key={finding.id} view={view} />}
        {entry === 'note' && <NoteForm key={finding.id} />}
      </div>
      <Evidence finding={finding} />
      {row && (
        <RowPanel
          row={row}
          suspects={finding.observationIds.slice(0, 1)}
          compared={finding.observationIds.slice(1)}
          suggestion={finding.suggestion}
        />
      )}
      <History verdicts={verdicts} />
      <MuteRule finding={finding} />
    </section>
  );
}
