import type { Verdict } from '../../../model/index.ts';
import type { VerdictAnswer, VerdictRequest } from '../../api.ts';
import { ask } from '../ask.ts';
import { wordsOf } from '../words/words.ts';
import { say, showRefusal } from './notice.ts';
import { forgetView, keepView, openFinding } from './open-finding.ts';
import { idFrom, markRow } from './queue.ts';
import { review } from './review.ts';
import { signature } from './settings.ts';

/**
 * Decides on the finding shown and goes on to the next open one at once; the server is told meanwhile. Where it refuses, the
 * row is open again and a line says why.
 */
export async function decide(verdict: Verdict, value: string | null = null): Promise<void> {
  const { finding: view, note, queue } = review.get();
  if (!view) return;
  const findingId = view.finding.id;
  const before = markRow(findingId, verdict);
  // before the queue is there the server’s own next one is taken
  const next = queue.rows.length === 0 ? view.next : idFrom(findingId, 1, true);
  const request: VerdictRequest = { findingId, verdict, value, note: note.trim() || null, by: signature() };
  const sent = ask<VerdictAnswer>('verdicts', request);
  announceVerdict(verdict);
  if (next !== null && next !== findingId) void openFinding(next);
  else review.set({ entry: null, note: '' });
  try {
    keepAnswer(await sent);
    markRow(findingId, verdict);
  } catch (error) {
    if (before !== undefined) markRow(findingId, before);
    forgetView(findingId);
    showRefusal(error);
  }
}

function announceVerdict(verdict: Verdict): void {
  const { queue } = review.get();
  const told = (language: 'ja' | 'en'): string => {
    const words = wordsOf(language);
    return words.decided(words.verdicts[verdict], queue.open);
  };
  say({ ja: told('ja'), en: told('en') });
}

/** Takes back the latest decision of this person and shows its finding. */
export async function undo(): Promise<void> {
  try {
    const answer = await ask<VerdictAnswer>('undo', { by: signature() });
    keepAnswer(answer);
    if (!answer.view) {
      say({ ja: wordsOf('ja').nothingToUndo, en: wordsOf('en').nothingToUndo });
      return;
    }
    const { finding, verdicts } = answer.view;
    markRow(finding.id, verdicts[0]?.verdict ?? null);
    say({ ja: wordsOf('ja').undone, en: wordsOf('en').undone });
    await openFinding(finding.id);
  } catch (error) {
    showRefusal(error);
  }
}

function keepAnswer({ view, decidedToday }: VerdictAnswer): void {
  if (view) keepView(view);
  review.set({ queue: { ...review.get().queue, decidedToday } });
}
