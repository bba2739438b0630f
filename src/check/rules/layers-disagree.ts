import type { Doubt, Observation } from '../../model/index.ts';
import type { Found, Rule } from '../rule.ts';

/**
 * A figure of a scan that is another in the text hidden over the picture, which an earlier reading left there.
 *
 * A person should look because two readings of one print disagree, and whoever searches or copies from the PDF gets the other
 * one. Where the hidden text differs nearly everywhere it is no reading of the page, which is told once.
 *
 *     picture   88%   →   read      88%
 *                         hidden    83%
 *                                    ^
 */
export const layersDisagree: Rule = {
  slug: 'layers-disagree',
  title: { ja: '画像と埋め込み文字の食い違い', en: 'Picture and hidden text disagree' },
  subject: 'print',
  needs: { ja: '文字の埋め込まれたスキャン', en: 'a scan with hidden text' },
  severity: 'warning',
  check: ({ doubts, observations }) => {
    const about = doubts.filter(({ kind }) => kind === 'textDisagrees' || kind === 'strayText');
    return { checked: about.length, found: about.map((doubt) => foundOf(doubt, observations)) };
  },
};

function foundOf({ kind, page, box, detail }: Doubt, observations: readonly Observation[]): Found {
  const place = { page, line: null };
  if (kind === 'strayText') {
    const [differ = '', compared = ''] = detail.split('/');
    return {
      observations: [],
      place,
      severity: 'info',
      confidence: 0.9,
      message: {
        ja: `${page}ページに埋め込まれた文字は画像と合いません（比べた数値 ${compared}個のうち ${differ}個が違います）。画像から読み取りました。`,
        en: `The text hidden over page ${page} does not match its picture (${differ} of ${compared} figures differ); the picture was read.`,
      },
      evidence: { page, differ: Number(differ), compared: Number(compared) },
      compared: [kind, page, detail],
    };
  }
  const [read = '', hidden = ''] = detail.split(' ⇔ ');
  const own = observations.filter(({ provenance }) => {
    if (provenance.page !== page || provenance.box === null || box === null) return false;
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    const [x0, y0, x1, y1] = provenance.box;
    return x0 <= x && x <= x1 && y0 <= y && y <= y1;
  });
  return {
    severity: 'warning',
    confidence: 0.6,
    message: {
      ja: `${page}ページの画像では「${read}」と読めますが、埋め込まれた文字は「${hidden}」です。原本を見て確かめてください。`,
      en: `On page ${page} the picture reads "${read}", the text hidden over it "${hidden}"; look at the source.`,
    },
    observations: own,
    ...(own.length === 0 && { place }),
    evidence: { read, hidden },
    compared: [kind, read, hidden, ...own.map(({ indicator }) => indicator)],
  };
}
