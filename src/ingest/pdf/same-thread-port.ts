/** What pdf.js sends to and fro: a worker's port. */
type Listener = (event: { data: unknown }) => void;

interface Chunked {
  readonly chunk?: { readonly fnArray?: readonly unknown[]; readonly argsArray?: readonly unknown[] };
}

/**
 * One end of a channel between pdf.js's two halves in one thread. pdf.js's own channel for Node.js copies every message
 * structurally, each glyph once more; this one hands messages over as they are, but for the two arrays that the sender
 * empties after sending.
 */
export class SameThreadPort {
  #other: SameThreadPort | null = null;
  readonly #listeners = new Set<Listener>();

  /** Both ends. */
  static pair(): [SameThreadPort, SameThreadPort] {
    const [one, two] = [new SameThreadPort(), new SameThreadPort()];
    one.#other = two;
    two.#other = one;
    return [one, two];
  }

  postMessage(message: unknown): void {
    const data = kept(message as Chunked);
    const listeners = this.#other === null ? [] : this.#other.#listeners;
    queueMicrotask(() => {
      for (const listener of listeners) listener({ data });
    });
  }

  addEventListener(type: string, listener: Listener): void {
    if (type === 'message') this.#listeners.add(listener);
  }

  removeEventListener(_type: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }

  terminate(): void {
    this.#listeners.clear();
  }
}

function kept(message: Chunked): Chunked {
  const { chunk } = message;
  if (chunk?.fnArray === undefined) return message;
  return {
    ...message,
    chunk: { ...chunk, fnArray: [...chunk.fnArray], argsArray: [...(chunk.argsArray ?? [])] },
  };
}
