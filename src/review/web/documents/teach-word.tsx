import { useState } from 'preact/hooks';
import type { DocumentRow, WordPreview, WordRequest } from '../../api.ts';
import { ask } from '../ask.ts';
import { readingText } from '../row/reading-text.ts';
import { forgetCells } from '../source/cells.ts';
import { say, showRefusal } from '../state/notice.ts';
import { forgetViews } from '../state/open-finding.ts';
import { loadQueue } from '../state/queue.ts';
import { loadDocuments, loadRun } from '../state/start.ts';
import { useLanguage, useWords, wordsOf } from '../words/words.ts';

interface TeachWordProps {
  readonly documentId: string;
  readonly header: DocumentRow['unknownHeaders'][number];
}

/** Says what an unknown header means: what that would change is shown before it is taken. */
export function TeachWord({ documentId, header }: TeachWordProps) {
  const words = useWords();
  const language = useLanguage();
  const [meanings, setMeanings] = useState<WordPreview['meanings'] | null>(null);
  const [meaning, setMeaning] = useState('');
  const [preview, setPreview] = useState<WordPreview | null>(null);
  const request: WordRequest = { documentId, header: header.text, meaning };
  const act = (work: () => Promise<void>) => () => void work().catch(showRefusal);
  const begin = act(async () => {
    const answer = await ask<WordPreview>('words/preview', { ...request, meaning: '' });
    setMeanings(answer.meanings);
  });
  const look = act(async () => setPreview(await ask<WordPreview>('words/preview', request)));
  const take = act(async () => {
    await ask<WordPreview>('words', request);
    forgetCells();
    forgetViews();
    say({ ja: wordsOf('ja').taken, en: wordsOf('en').taken });
    await Promise.all([loadDocuments(), loadRun(), loadQueue()]);
  });
  return (
    <div class="teach">
      <strong>{header.text}</strong> <small>{words.cellsWaiting(header.cells)}</small>{' '}
      {!meanings && (
        <button type="button" class="quiet" onClick={begin}>
          {words.teach}
        </button>
      )}
      {meanings && (
        <p class="entry-buttons">
          <select
            aria-label={words.meaning}
            value={meaning}
            onChange={({ currentTarget }) => {
              setMeaning(currentTarget.value);
              setPreview(null);
            }}
          >
            <option value="">{words.chooseMeaning}</option>
            {meanings.map((one) => (
              <option key={one.key} value={one.key}>
                {one[language]}
              </option>
            ))}
          </select>
          <button type="button" disabled={meaning === ''} onClick={look}>
            {words.preview}
          </button>
        </p>
      )}
      {preview && <Changes preview={preview} />}
      {preview && (
        <button type="button" class="primary" onClick={take}>
          {words.take}
        </button>
      )}
    </div>
  );
}

/** Changed values shown; the numbers count all. */
const MOST_SHOWN = 30;

function Changes({ preview: { added, removed, changed } }: { readonly preview: WordPreview }) {
  const words = useWords();
  return (
    <div class="changes" aria-live="polite">
      <p>{words.wouldChange(added, removed, changed.length)}</p>
      <ul>
        {changed.slice(0, MOST_SHOWN).map(({ before, after }) => (
          <li key={(after ?? before)?.id}>
            <b>{(after ?? before)?.indicator}</b> {before && <del>{readingText(before, words)}</del>}{' '}
            {after && (
              <ins>
                {words.measures[after.measure]} {readingText(after, words)}
              </ins>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
