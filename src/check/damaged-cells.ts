import type { Observation } from '../model/index.ts';
import { inBoth } from './in-both.ts';
import type { ReportView } from './report-view.ts';
import type { Found } from './rule.ts';

const REFERENCE = /[(（]?※[①-⑳\d]*[)）]?/gu;
/** ①2件, 1②件: a circled digit where a digit was printed. */
const CIRCLED_IN_NUMBER = /[①-⑳㉑-㉟⓪](?=[\d,.])|(?<=[\d,.])[①-⑳㉑-㉟⓪]/u;
const CIRCLED_ONLY = /^[①-⑳㉑-㉟⓪]+\s*\p{L}*$/u;
/** 1O件, l2人, 1,2S0円: a letter where a digit was printed. */
const LETTER_IN_NUMBER =
  /\d[\d,.]{0,16}[OolI|](?=[\d,])|\d[\d,.]{0,16}[Oo](?=\s*[件人円回社%％団名戸台]|$)|^[OolI|](?=\d)/u;
const DIGITS: { readonly [letter: string]: string } = { O: '0', o: '0', l: '1', I: '1', '|': '1' };

/** Number cells in which a digit has become a circled digit or a letter. */
export function damagedCells({ observations }: Pick<ReportView, 'observations'>): Found[] {
  return observations.flatMap((observation) => {
    const raw = observation.raw.replace(REFERENCE, '');
    if (observation.measure === 'rating' || observation.kind === 'missing') return [];
    if (CIRCLED_IN_NUMBER.test(raw) || (CIRCLED_ONLY.test(raw) && observation.kind !== 'rating')) {
      return [
        foundOf(
          observation,
          '数字の位置に丸数字があります',
          'A circled digit stands in a number',
          circledOpened(observation.raw),
        ),
      ];
    }
    if (LETTER_IN_NUMBER.test(raw)) {
      return [
        foundOf(
          observation,
          '数字の中に文字があります',
          'A letter stands in a number',
          lettersOpened(observation.raw),
        ),
      ];
    }
    return [];
  });
}

const circledOpened = (raw: string): string => raw.replace(/[①-⑳⓪]/gu, (mark) => mark.normalize('NFKC'));
const lettersOpened = (raw: string): string =>
  raw.replace(LETTER_IN_NUMBER, (piece) => piece.replace(/[OolI|]$/u, (c) => DIGITS[c] ?? c));

function foundOf(observation: Observation, ja: string, en: string, repaired: string): Found {
  return {
    severity: 'warning',
    confidence: 0.8,
    message: {
      ja: `${ja}: ${observation.raw}（${repaired} と思われます）`,
      en: `${en}: ${observation.raw} (likely ${repaired}).`,
    },
    observations: [observation],
    restsOn: 'damage',
    evidence: { raw: observation.raw, repaired },
    suggestion: {
      observationId: observation.id,
      field: 'raw',
      from: observation.raw,
      to: repaired,
      explains: inBoth({ ja: '数字として読めます', en: 'it reads as a number' }),
    },
    compared: [observation.indicator, observation.raw],
  };
}
