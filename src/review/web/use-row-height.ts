import { useEffect, useState } from 'preact/hooks';

const remNow = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** A height given in the page's letters, in pixels, whatever the window's size makes of them. */
export function useRowHeight(rems: number): number {
  const [rem, setRem] = useState(remNow);
  useEffect(() => {
    const measure = (): void => setRem(remNow());
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  return Math.round(rem * rems);
}
