import { arrowIn } from './arrows.ts';
import { cutOut, type Ink, type PixelBox } from './bitmap.ts';
import { percentIn } from './percent.ts';
import { eachBlot } from './specks.ts';
import { triangleIn } from './triangles.ts';
import { isWave } from './waves.ts';

/** A stretch of a line: a sign told by its shape, or what has to be read. */
export interface Piece {
  readonly box: PixelBox;
  readonly sign: string | null;
}

/** A sign is at least this high or wide, as a share of its line's height. */
const LEAST_SHARE = 0.4;

/**
 * Cuts a line at the signs that readers of Japanese print do not know or take for characters: → ⇒, △ and ▲ before figures,
 * ～ between them, % behind them. They are told by their shape.
 *
 *     △54,573千円     H27～H30の累計     40%
 *     ^                  ^                 ^
 */
export function piecesOf(ink: Ink, line: PixelBox, scale: number): Piece[] {
  const signs = signsIn(ink, line, scale);
  const pieces: Piece[] = [];
  let left = line.left;
  for (const sign of signs) {
    if (sign.box.left > left) pieces.push({ box: { ...line, left, right: sign.box.left }, sign: null });
    pieces.push(sign);
    left = sign.box.right;
  }
  if (left < line.right) pieces.push({ box: { ...line, left }, sign: null });
  return pieces;
}

function signsIn(ink: Ink, line: PixelBox, scale: number): Piece[] {
  const cut = cutOut(ink, line);
  const blots: PixelBox[] = [];
  eachBlot(cut, ({ box }) => blots.push(box));
  const height = line.bottom - line.top;
  const signs: Piece[] = [];
  for (const box of blots) {
    const size = Math.max(box.right - box.left, box.bottom - box.top);
    if (size < LEAST_SHARE * height || !standsAlone(box, blots)) continue;
    const sign = signIn(cut, box, scale);
    if (sign !== null) signs.push({ sign, box: movedBy(box, line) });
  }
  const percent = percentIn(ink, line);
  if (percent !== null) signs.push({ sign: '%', box: percent });
  return signs.sort((a, b) => a.box.left - b.box.left);
}

const standsAlone = (box: PixelBox, blots: readonly PixelBox[]): boolean =>
  blots.every((other) => other === box || other.right <= box.left || box.right <= other.left);

const signIn = (line: Ink, box: PixelBox, scale: number): string | null =>
  triangleIn(line, box) ?? arrowIn(line, box, scale) ?? (isWave(line, box) ? '～' : null);

const movedBy = ({ left, top, right, bottom }: PixelBox, by: PixelBox): PixelBox => ({
  left: left + by.left,
  top: top + by.top,
  right: right + by.left,
  bottom: bottom + by.top,
});
