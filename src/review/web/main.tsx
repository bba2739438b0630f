import { render } from 'preact';
import { App } from './app.tsx';
import { followKeys } from './keys.ts';
import { followEvents } from './state/events.ts';
import { showRefusal } from './state/notice.ts';
import { review } from './state/review.ts';
import { followHistory, start } from './state/start.ts';
import './styles/colours.css';
import './styles/page.css';
import './styles/queue.css';
import './styles/source.css';
import './styles/finding.css';
import './styles/overview.css';

document.documentElement.lang = review.get().language;
render(<App />, document.getElementById('app')!);
followKeys();
followHistory();
start().then(followEvents, showRefusal);
