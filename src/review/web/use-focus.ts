import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Puts the cursor where the next thing is typed, as a form opens. */
export function useFocus(field: RefObject<HTMLElement | null>): void {
  useEffect(() => field.current?.focus(), [field]);
}
