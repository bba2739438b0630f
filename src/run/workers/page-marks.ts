/** Places in the shared memory. */
const PAGE = 0;
const STEP = 1;
const THREAD = 2;
const PLACES = 3;

/**
 * How far a worker has come with a document, in memory that it shares with the parent: seen even while the worker is busy
 * and answers no messages.
 */
export class PageMarks {
  readonly #places: Int32Array<SharedArrayBuffer>;

  /** @param shared `shared` of the other side; without it a new document is begun */
  constructor(shared: SharedArrayBuffer = new SharedArrayBuffer(PLACES * Int32Array.BYTES_PER_ELEMENT)) {
    this.#places = new Int32Array(shared);
  }

  get shared(): SharedArrayBuffer {
    return this.#places.buffer;
  }

  /** The page under way; 0 before the first and after the last. */
  get page(): number {
    return Atomics.load(this.#places, PAGE);
  }

  /** Goes up whenever a page is begun. */
  get step(): number {
    return Atomics.load(this.#places, STEP);
  }

  /** Id of the thread at work; 0 before it has begun. */
  get thread(): number {
    return Atomics.load(this.#places, THREAD);
  }

  /** Says which thread is at work. */
  begin(thread: number): void {
    Atomics.store(this.#places, THREAD, thread);
  }

  /** Says that a page is begun, or by 0 that the last one is done. */
  turnTo(page: number): void {
    Atomics.store(this.#places, PAGE, page);
    Atomics.add(this.#places, STEP, 1);
  }
}
