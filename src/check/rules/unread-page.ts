import type { Doubt } from '../../model/index.ts';
import type { Bilingual, Found, Rule } from '../rule.ts';

/**
 * A page of a PDF that was not read, or whose font does not say which characters it draws.
 *
 * A person should look because the page's values are missing from the output, or stand in it with other characters.
 *
 *     page 1 ✓   page 2 ✓   page 3 content stream ends in the middle   page 4 ✓
 *                           ^^^^^^
 */
export const unreadPage: Rule = {
  slug: 'unread-page',
  title: { ja: '読めなかったページ', en: 'A page that was not read' },
  subject: 'print',
  needs: { ja: 'PDF', en: 'a PDF' },
  severity: 'error',
  check: ({ doubts, observations }) => {
    const isDrawn = doubts.length > 0 || observations.some(({ provenance }) => provenance.source !== 'text');
    const found = doubts.flatMap((doubt) => foundOf(doubt) ?? []);
    return { checked: isDrawn ? Math.max(pagesIn(observations), found.length) : 0, found };
  },
};

const pagesIn = (observations: readonly { readonly provenance: { readonly page: number } }[]): number =>
  new Set(observations.map(({ provenance }) => provenance.page)).size;

function foundOf({ kind, page, detail }: Doubt): Found | null {
  const told = messageOf(kind, page, detail);
  if (told === null) return null;
  return {
    severity: kind === 'unmappedFont' ? 'warning' : 'error',
    confidence: kind === 'unmappedFont' ? 0.8 : 1,
    message: told,
    observations: [],
    place: { page, line: null },
    restsOn: 'layout',
    evidence: { page, [kind]: detail },
    compared: [kind, page],
  };
}

/** null for doubts about a cell or a table */
function messageOf(kind: Doubt['kind'], page: number, detail: string): Bilingual | null {
  switch (kind) {
    case 'failed':
      return {
        ja: `${page}ページを読み切れませんでした（${detail}）。このページの値が出力に足りません。原本を見て、PDF を作り直すか、足りない値を人が入力してください。`,
        en: `Page ${page} could not be read to its end (${detail}); values of it are missing from the output. Look at it in the source, then have the PDF made anew or enter what is missing by hand.`,
      };
    case 'tooSlow':
      return {
        ja: `${page}ページは制限時間（${detail}秒）のうちに読めませんでした。このページの値は出力にありません。原本を見て、必要なら設定の limits.pageSeconds を大きくしてください。`,
        en: `Page ${page} took longer than its ${detail} s and was left out; none of its values are in the output. Look at it in the source; raise limits.pageSeconds in the settings where it is worth it.`,
      };
    case 'unmappedFont':
      return {
        ja: `${page}ページの ${detail}字は、フォントが文字を示していないので読めません。このページの値を原本と比べてください。`,
        en: `The font of ${detail} characters on page ${page} does not say what they are; compare the values of this page with the source.`,
      };
    default:
      return null;
  }
}
