import { appendDecision, appendVerdict, MUTED_RULES } from '../../emit/verdict-file.ts';
import { Finding, fingerprintOfCell, type RecordedVerdict } from '../../model/index.ts';
import { asRead, withCorrections } from '../../verdict/corrections.ts';
import type {
  CorrectionRequest,
  FindingFilter,
  MutedRule,
  ReadingAnswer,
  ReadingRequest,
  RowView,
  UndoRequest,
  VerdictAnswer,
  VerdictRequest,
} from '../api.ts';
import { asDecided } from './corrected.ts';
import { findingView, rowView } from './finding-view.ts';
import { decidedToday, openCount } from './queue.ts';
import { badRequest, noSuch } from './review-error.ts';
import type { ReviewFolder } from './review-folder.ts';

/** Appends what a person decided on a finding. Throws ReviewError where there is no such finding or it takes no value. */
export async function decide(
  review: ReviewFolder,
  { findingId, verdict, value = null, note = null, by = null }: VerdictRequest,
  filter: FindingFilter,
): Promise<VerdictAnswer> {
  if (value !== null && verdict !== 'misreading' && verdict !== 'sourceError')
    throw badRequest(
      `読み値は「誤読」か「報告書の誤り」のときだけ付けられます（${verdict}）`,
      `a value goes with misreading or sourceError alone, got ${verdict}`,
    );
  const { finding } = await findingView(review, findingId, filter);
  const { fingerprint, rule, line, evidence } = Finding.parse(finding);
  await append(review, {
    ...{ fingerprint, findingId, observationId: null, verdict, value, note, by },
    at: new Date().toISOString(),
    compared: { rule, line, evidence },
  });
  return { view: await findingView(review, findingId, filter), row: null, ...counts(review) };
}

/** Takes back the latest decision of a person. */
export async function undo(
  review: ReviewFolder,
  { by = null }: UndoRequest,
  filter: FindingFilter,
): Promise<VerdictAnswer> {
  const last = review.decisions.lastOf(by);
  if (last === null) return { view: null, row: null, ...counts(review) };
  const { fingerprint, findingId, observationId = null, compared } = last;
  const at = new Date().toISOString();
  const line = { fingerprint, findingId, observationId, compared, by, at };
  await append(review, { ...line, verdict: null, value: null, note: null });
  const id = review.findingOn(fingerprint)?.id;
  const view = id === undefined ? null : await findingView(review, id, filter);
  const row = observationId === null ? null : await rowOf(review, observationId);
  return { view, row, ...counts(review) };
}

/** What the normalizer makes of a typed value, and what stands there now. Nothing is written. */
export async function reading(
  review: ReviewFolder,
  { documentId, observationId, value }: ReadingRequest,
): Promise<ReadingAnswer> {
  const { observation } = await cellOf(review, documentId, observationId);
  const typed = { ...lineOf(observationId, value), at: new Date().toISOString() };
  const [after] = withCorrections([asRead(observation)], new Map([[observationId, typed]]));
  return { before: asDecided(review, [observation])[0]!, after: after! };
}

/** Appends a value put right that no finding stands on, and shows its row. */
export async function correct(
  review: ReviewFolder,
  { documentId, observationId, value, note = null, by = null }: CorrectionRequest,
): Promise<RowView> {
  const { open, observation } = await cellOf(review, documentId, observationId);
  const at = new Date().toISOString();
  await append(review, { ...lineOf(observationId, value), note, by, at });
  return rowView(review, open, open.records.get(observation.recordId)!);
}

/** Mutes a rule in a document or lets it speak again; gives all that is muted there. */
export async function mute(
  review: ReviewFolder,
  { documentId, rule, muted, by = null }: MutedRule,
): Promise<MutedRule[]> {
  if (!review.documents.has(documentId)) throw noSuch({ ja: '報告書', en: 'document' }, documentId);
  const at = new Date().toISOString();
  await appendDecision(review.folder, MUTED_RULES, { documentId, rule, muted, by, at });
  await review.follow();
  return review.decisions.mutedIn(documentId).map((each) => ({ documentId, rule: each, muted: true }));
}

const lineOf = (observationId: string, value: string): RecordedVerdict => ({
  fingerprint: fingerprintOfCell(observationId),
  findingId: null,
  observationId,
  verdict: 'misreading',
  value,
  note: null,
  by: null,
  at: '',
  compared: null,
});

async function append(review: ReviewFolder, line: RecordedVerdict): Promise<void> {
  await appendVerdict(review.folder, line);
  await review.follow();
}

const counts = (review: ReviewFolder): Pick<VerdictAnswer, 'open' | 'decidedToday'> => ({
  open: openCount(review),
  decidedToday: decidedToday(review),
});

async function cellOf(review: ReviewFolder, documentId: string, observationId: string) {
  if (!review.documents.has(documentId)) throw noSuch({ ja: '報告書', en: 'document' }, documentId);
  const open = await review.reports.of(documentId);
  const observation = open.observations.get(observationId);
  if (observation === undefined) throw noSuch({ ja: '値', en: 'value' }, observationId);
  return { open, observation };
}

/** The row of a corrected cell; its id begins with that of its document. */
async function rowOf(review: ReviewFolder, observationId: string): Promise<RowView | null> {
  for (const documentId of review.documents.keys()) {
    if (!observationId.startsWith(documentId)) continue;
    const open = await review.reports.of(documentId);
    const record = open.records.get(open.observations.get(observationId)?.recordId ?? '');
    if (record !== undefined) return rowView(review, open, record);
  }
  return null;
}
