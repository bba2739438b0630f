import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Puts the cursor where the next thing is typed as a form opens, before another key can come. */
export function useFocus(field: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => field.current?.focus(), [field]);
}
