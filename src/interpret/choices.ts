import type { Cell } from '../model/index.ts';

/** What is put into the box before a chosen option. */
const CHOSEN = /^[○〇◯●◎■☑☒✓✔レﾚ✕×]$/u;
/** A box for a mark is at most this many points wide: one character and its padding. */
const BOX_POINTS = 30;
/** One box alone may be any blank cell. */
const LEAST_BOXES = 2;

/**
 * Parts a drawn row of options, each behind a box for a mark, into what was chosen and the rest.
 *
 *     関連するゴール │   │ 1 貧困をなくそう │ ○ │ 7 エネルギー │   │ 13 気候変動       chosen: 7 エネルギー
 *
 * @param row the cells of the row, blank ones too
 * @returns null where the row holds no options
 */
export function chosenIn(row: readonly Cell[]): { kept: Cell[]; dropped: Cell[] } | null {
  const options = row.flatMap((cell, at) => {
    const next = row[at + 1];
    return next !== undefined && isBox(cell) && isOption(next) ? [{ box: cell, option: next }] : [];
  });
  if (options.length < LEAST_BOXES) return null;
  const dropped = options.flatMap(({ box, option }) => (box.text === '' ? [option] : [box]));
  return { kept: row.filter((cell) => cell.text !== '' && !dropped.includes(cell)), dropped };
}

const isBox = ({ text, box }: Cell): boolean =>
  box !== null && box[2] - box[0] <= BOX_POINTS && (text === '' || CHOSEN.test(text));

const isOption = ({ text, box, isHeader }: Cell): boolean =>
  box !== null && box[2] - box[0] > BOX_POINTS && /\p{L}/u.test(text) && !isHeader;
