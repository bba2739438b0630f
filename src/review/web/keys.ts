import { chooseVerdict, KEYED_VERDICTS } from './finding/verdict-bar.tsx';
import { tellSource } from './source/commands.ts';
import { undo } from './state/decide.ts';
import { clearNotice } from './state/notice.ts';
import { step } from './state/open-finding.ts';
import { review } from './state/review.ts';
import { goTo } from './state/route.ts';
import { setLanguage } from './state/settings.ts';

type Act = () => void;

const onFindings = (act: Act) => (): void => {
  if (review.get().route.view === 'findings') act();
};

/** What a key does, wherever the page stands. */
const ANYWHERE: { readonly [key: string]: Act } = {
  '?': () => review.set({ helpIsOpen: true }),
  '/': () => document.getElementById('search')?.focus(),
  l: () => setLanguage(review.get().language === 'ja' ? 'en' : 'ja'),
  '+': () => tellSource(({ onZoom }) => onZoom(1)),
  '=': () => tellSource(({ onZoom }) => onZoom(1)),
  '-': () => tellSource(({ onZoom }) => onZoom(-1)),
  w: () => tellSource(({ onFit }) => onFit()),
  r: () => tellSource(({ onTurn }) => onTurn()),
  '[': () => tellSource(({ onPage }) => onPage(-1)),
  ']': () => tellSource(({ onPage }) => onPage(1)),
  Escape: () => {
    clearNotice();
    review.set({ entry: null });
  },
};

/** What a key does at a finding. */
const AT_FINDING: { readonly [key: string]: Act } = {
  j: () => step(1),
  k: () => step(-1),
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  n: () => review.set({ entry: 'note' }),
  u: () => void undo(),
  d: () => {
    const { finding } = review.get();
    const documentId = finding?.finding.documentIds[0];
    const recordId = finding?.row?.record.id ?? null;
    if (documentId) goTo({ view: 'documents', documentId, recordId });
  },
  ...Object.fromEntries(
    KEYED_VERDICTS.map((verdict, index) => [String(index + 1), () => chooseVerdict(verdict)]),
  ),
};

/** Keys of the whole page; who types into a field keeps them all. */
export function followKeys(): void {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { helpIsOpen, keysAreOn } = review.get();
    if (helpIsOpen || isTyping(event.target) || keepsArrow(event)) return;
    if (!keysAreOn && event.key.length === 1) return;
    const atFinding = AT_FINDING[event.key];
    const act = ANYWHERE[event.key] ?? (atFinding && onFindings(atFinding));
    if (!act) return;
    event.preventDefault();
    act();
  });
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input:not([type=checkbox]), textarea, select') !== null;

/** In a pane that scrolls, and among the choices of a filter, arrows belong to the pane. */
const keepsArrow = ({ key, target }: KeyboardEvent): boolean =>
  key.startsWith('Arrow') &&
  target instanceof Element &&
  target.closest('[data-own-arrows], .choices') !== null;
