import { type Route, review } from './state/review.ts';
import { goTo, writeRoute } from './state/route.ts';
import { setLanguage, setReviewer } from './state/settings.ts';
import { useStore } from './state/store.ts';
import { useLanguage, useWords } from './words/words.ts';

const VIEWS: readonly Route['view'][] = ['findings', 'documents', 'sample', 'overview'];

/** Where to go, who is there, and in which language. */
export function TopBar() {
  const words = useWords();
  const language = useLanguage();
  const view = useStore(review, (state) => state.route.view);
  const run = useStore(review, (state) => state.run);
  const reviewer = useStore(review, (state) => state.reviewer);
  const findingId = useStore(review, (state) => state.finding?.finding.id ?? null);
  const routeTo = (wanted: Route['view']): Route => {
    if (wanted === 'findings') return { view: wanted, findingId };
    return wanted === 'documents' ? { view: wanted, documentId: null, recordId: null } : { view: wanted };
  };
  return (
    <header class="top-bar">
      <h1>{words.name}</h1>
      <nav aria-label={words.name}>
        {VIEWS.filter((one) => one !== 'sample' || run?.hasSample).map((one) => (
          <a
            key={one}
            href={writeRoute(routeTo(one))}
            aria-current={one === view ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault();
              goTo(routeTo(one));
            }}
          >
            {words.views[one]}
          </a>
        ))}
      </nav>
      <span class="folder" title={run?.folder}>
        {run?.folder}
      </span>
      <label class="reviewer">
        <span>{words.reviewer}</span>
        <input
          value={reviewer}
          placeholder={words.reviewerHint}
          autocomplete="off"
          onInput={({ currentTarget }) => setReviewer(currentTarget.value)}
        />
      </label>
      <button
        type="button"
        class="quiet"
        lang={language === 'ja' ? 'en' : 'ja'}
        onClick={() => setLanguage(language === 'ja' ? 'en' : 'ja')}
      >
        {words.switchLanguage}
      </button>
      <button
        type="button"
        class="quiet"
        aria-keyshortcuts="?"
        onClick={() => review.set({ helpIsOpen: true })}
      >
        {words.help}{' '}
        <span class="kbd" aria-hidden="true">
          ?
        </span>
      </button>
    </header>
  );
}
