import { useEffect } from 'preact/hooks';
import { clearNotice } from './state/notice.ts';
import { review } from './state/review.ts';
import { useStore } from './state/store.ts';
import { useLanguage, useWords } from './words/words.ts';

/** What was said stays this long; a refusal stays until it is closed. */
const SAID_MILLISECONDS = 4000;

/** The latest thing the page has to say, aloud too. */
export function NoticeLine() {
  const words = useWords();
  const language = useLanguage();
  const notice = useStore(review, (state) => state.notice);
  useEffect(() => {
    if (notice?.kind !== 'said') return undefined;
    const timer = setTimeout(clearNotice, SAID_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <>
      <div class="notice said" role="status" hidden={notice?.kind !== 'said'}>
        {notice?.kind === 'said' && notice.text[language]}
      </div>
      <div class="notice refused" role="alert" hidden={notice?.kind !== 'refused'}>
        {notice?.kind === 'refused' && (
          <>
            <span>{notice.text[language]}</span>
            <button type="button" class="quiet" onClick={clearNotice}>
              {words.close}
            </button>
          </>
        )}
      </div>
    </>
  );
}
