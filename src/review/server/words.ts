import { isDeepStrictEqual } from 'node:util';
import type { Observation, Report } from '../../model/index.ts';
import { asRead } from '../../verdict/corrections.ts';
import { headerMeanings, wordsFor } from '../../vocabulary/additions.ts';
import type { VocabularyAdditions } from '../../vocabulary/vocabulary.ts';
import type { WordPreview, WordRequest } from '../api.ts';
import { openReport } from './documents.ts';
import { badRequest } from './review-error.ts';
import type { ReviewFolder } from './review-folder.ts';

/** Reads documents again with words taught; the pipeline is handed in, the review does not know it. */
export interface Teacher {
  /** the document as it reads with the words; writes nothing */
  readonly preview: (documentId: string, words: VocabularyAdditions) => Promise<Report>;
  /** the same, written to the data team's words and to the run's folder */
  readonly take: (documentId: string, words: VocabularyAdditions) => Promise<Report>;
}

/** Changed values that are shown; the counts are of all. */
const MOST_CHANGES = 200;

/** What a header with a meaning changes in a document, before it is taken or as it is. */
export async function teachWord(
  review: ReviewFolder,
  { documentId, header, meaning }: WordRequest,
  teacher: Teacher,
  how: keyof Teacher,
): Promise<WordPreview> {
  const { report } = await openReport(review, documentId);
  const before = report.observations.map(asRead);
  if (meaning === '' && how === 'preview')
    return { taken: false, added: 0, removed: 0, changed: [], meanings: headerMeanings };
  const words = wordsFor(header, meaning);
  if (words === null)
    throw badRequest(`「${meaning}」という意味はありません`, `there is no meaning "${meaning}"`);
  const { observations } = await teacher[how](documentId, words);
  if (how === 'take') await review.follow();
  return { taken: how === 'take', ...changesOf(before, observations), meanings: headerMeanings };
}

function changesOf(
  before: readonly Observation[],
  after: readonly Observation[],
): Pick<WordPreview, 'added' | 'removed' | 'changed'> {
  const former = new Map(before.map((observation) => [observation.id, observation]));
  const now = new Set(after.map(({ id }) => id));
  const added = after.filter(({ id }) => !former.has(id));
  const removed = before.filter(({ id }) => !now.has(id));
  const changed = after.filter((each) => former.has(each.id) && !saysTheSame(former.get(each.id)!, each));
  const changes = [
    ...changed.map((each) => ({ before: former.get(each.id)!, after: each })),
    ...added.map((each) => ({ before: null, after: each })),
    ...removed.map((each) => ({ before: each, after: null })),
  ];
  return { added: added.length, removed: removed.length, changed: changes.slice(0, MOST_CHANGES) };
}

/** Whether two readings of a cell agree in all but where they are filed. */
function saysTheSame(a: Observation, b: Observation): boolean {
  const [left, right] = [a, b].map(
    ({
      recordId: _record,
      findings: _findings,
      original: _original,
      correctedBy: _by,
      provenance,
      ...told
    }) => ({
      ...told,
      headers: provenance.headers,
    }),
  );
  return isDeepStrictEqual(left, right);
}
