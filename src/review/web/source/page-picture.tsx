import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../words/words.ts';
import { type PictureOf, pictureOf } from './picture.ts';
import { pixelsFor } from './scale.ts';
import { type Size, type Turn, turnedSize } from './turn.ts';

interface PagePictureProps extends Omit<PictureOf, 'scale'> {
  readonly size: Size;
  readonly turn: Turn;
  /** CSS pixels a point */
  readonly scale: number;
}

/** A page as printed. While it is drawn anew in another size the old picture stands, stretched; another page's never does. */
export function PagePicture({ documentId, source, page, rotation, size, turn, scale }: PagePictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failed, setFailed] = useState(false);
  const words = useWords();
  const shown = `${documentId}/${page}`;
  const { width, height } = turnedSize(size, turn);
  useEffect(() => {
    let isWanted = true;
    const target = canvas.current!;
    if (target.dataset.shown !== shown) target.dataset.ready = 'no';
    setFailed(false);
    pictureOf({ documentId, source, page, rotation, scale: pixelsFor(scale) }).then(
      (picture) => {
        if (!isWanted) return;
        paint(target, picture, turn);
        target.dataset.shown = shown;
        target.dataset.ready = 'yes';
        performance.mark('page-shown');
      },
      () => isWanted && setFailed(true),
    );
    return () => {
      isWanted = false;
    };
  }, [documentId, source, page, rotation, scale, turn]);
  return (
    <>
      <canvas
        ref={canvas}
        class="picture"
        data-ready="no"
        role="img"
        aria-label={words.page(page)}
        style={{ width: `${width * scale}px`, height: `${height * scale}px` }}
      />
      {failed && <p class="no-picture">{words.noPicture}</p>}
    </>
  );
}

function paint(target: HTMLCanvasElement, picture: HTMLCanvasElement | ImageBitmap, turn: Turn): void {
  const { width, height } = turnedSize(picture, turn);
  target.width = width;
  target.height = height;
  const context = target.getContext('2d')!;
  context.translate(width / 2, height / 2);
  context.rotate((turn * Math.PI) / 180);
  context.drawImage(picture, -picture.width / 2, -picture.height / 2);
}
