import type { Finding } from '../../../model/index.ts';
import type { MutedRule } from '../../api.ts';
import { ask } from '../ask.ts';
import { say, showRefusal } from '../state/notice.ts';
import { loadQueue } from '../state/queue.ts';
import { signature } from '../state/settings.ts';
import { loadDocuments, loadRun } from '../state/start.ts';
import { useWords, wordsOf } from '../words/words.ts';

/** Tells the server whether a rule is of use for a document, and reads again what that changes. */
export async function muteRule(documentId: string, rule: string, muted: boolean): Promise<void> {
  const request: MutedRule = { documentId, rule, muted, by: signature() };
  try {
    await ask<MutedRule[]>('muted-rules', request);
    if (muted) say({ ja: wordsOf('ja').mutedNow, en: wordsOf('en').mutedNow });
    await Promise.all([loadDocuments(), loadRun(), loadQueue()]);
  } catch (error) {
    showRefusal(error);
  }
}

/** A rule that says nothing of use about a report, from one of its findings. */
export function MuteRule({ finding: { rule, documentIds } }: { readonly finding: Finding }) {
  const words = useWords();
  const [documentId] = documentIds;
  return (
    <p class="mute">
      <button type="button" class="quiet" onClick={() => void muteRule(documentId!, rule, true)}>
        {words.muteThis}
      </button>
    </p>
  );
}
