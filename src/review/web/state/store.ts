import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

/** State that components can follow. */
export interface Store<State> {
  readonly get: () => State;
  readonly set: (change: Partial<State>) => void;
  readonly follow: (listener: () => void) => () => void;
}

export function createStore<State extends object>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      state = { ...state, ...change };
      for (const listener of [...listeners]) listener();
    },
    follow: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What `select` takes from a store; the component is drawn again when that is another thing. */
export function useStore<State extends object, Selected>(
  store: Store<State>,
  select: (state: State) => Selected,
): Selected {
  const [, redraw] = useReducer<number, null>((count) => count + 1, 0);
  const selected = select(store.get());
  const latest = useRef({ select, selected });
  latest.current = { select, selected };
  useLayoutEffect(() => {
    const check = (): void => {
      if (!Object.is(latest.current.select(store.get()), latest.current.selected)) redraw(null);
    };
    check();
    return store.follow(check);
  }, [store]);
  return selected;
}
