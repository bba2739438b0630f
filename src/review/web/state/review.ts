import type { DocumentRow, FindingFilter, FindingRow, FindingView, RunView } from '../../api.ts';
import { createStore } from './store.ts';

export type Language = 'ja' | 'en';

/** Where the page stands; kept in the hash of its address. */
export type Route =
  | { readonly view: 'findings'; readonly findingId: string | null }
  | { readonly view: 'documents'; readonly documentId: string | null; readonly recordId: string | null }
  | { readonly view: 'sample' }
  | { readonly view: 'overview' };

/** What is being typed at a finding. */
export type Entry = 'misreading' | 'note';

/** The queue as far as it was fetched, in the order in which it was first seen: what is decided stays in its place. */
export interface Queue {
  readonly rows: readonly (FindingRow | undefined)[];
  readonly total: number;
  readonly open: number;
  readonly decidedToday: number;
}

export interface Notice {
  readonly kind: 'said' | 'refused';
  readonly text: { readonly ja: string; readonly en: string };
}

export interface ReviewState {
  readonly language: Language;
  readonly route: Route;
  readonly run: RunView | null;
  readonly reviewer: string;
  readonly filter: FindingFilter;
  readonly queue: Queue;
  readonly finding: FindingView | null;
  readonly entry: Entry | null;
  /** kept with the next verdict */
  readonly note: string;
  readonly documents: readonly DocumentRow[];
  readonly notice: Notice | null;
  readonly helpIsOpen: boolean;
  readonly keysAreOn: boolean;
}

export const EMPTY_QUEUE: Queue = { rows: [], total: 0, open: 0, decidedToday: 0 };

export const review = createStore<ReviewState>({
  language: localStorage.getItem('jisseki.language') === 'en' ? 'en' : 'ja',
  route: { view: 'findings', findingId: null },
  run: null,
  reviewer: localStorage.getItem('jisseki.reviewer') ?? '',
  filter: { verdict: ['open'] },
  queue: EMPTY_QUEUE,
  finding: null,
  entry: null,
  note: '',
  documents: [],
  notice: null,
  helpIsOpen: false,
  keysAreOn: localStorage.getItem('jisseki.keys') !== 'off',
});
