import { DocumentsView } from './documents/documents-view.tsx';
import { FindingsView } from './findings-view.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { NoticeLine } from './notice-line.tsx';
import { OverviewView } from './overview/overview-view.tsx';
import { SampleView } from './sample/sample-view.tsx';
import { SpokenFinding } from './spoken-finding.tsx';
import { type Route, review } from './state/review.ts';
import { useStore } from './state/store.ts';
import { TopBar } from './top-bar.tsx';
import { Spoken } from './words/words.ts';

/** The page. */
export function App() {
  const language = useStore(review, (state) => state.language);
  const route = useStore(review, (state) => state.route);
  return (
    <Spoken.Provider value={language}>
      <TopBar />
      <View route={route} />
      <NoticeLine />
      <SpokenFinding />
      <HelpDialog />
    </Spoken.Provider>
  );
}

function View({ route }: { readonly route: Route }) {
  switch (route.view) {
    case 'findings':
      return <FindingsView />;
    case 'documents':
      return <DocumentsView documentId={route.documentId} recordId={route.recordId} />;
    case 'sample':
      return <SampleView />;
    case 'overview':
      return <OverviewView />;
  }
}
