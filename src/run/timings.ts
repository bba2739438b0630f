/** Adds up how long the stages of a run took, in milliseconds, over all its documents. */
export class Timings {
  readonly #milliseconds = new Map<string, number>();

  /** Runs one stage and counts its time, whether it ends well or throws. */
  async measure<T>(stage: string, work: () => Promise<T>): Promise<T> {
    const begin = performance.now();
    try {
      return await work();
    } finally {
      this.#milliseconds.set(stage, (this.#milliseconds.get(stage) ?? 0) + performance.now() - begin);
    }
  }

  /** Adds milliseconds by stage, as another's `toRecord` gives them. */
  add(milliseconds: Readonly<Record<string, number>>): void {
    for (const [stage, time] of Object.entries(milliseconds))
      this.#milliseconds.set(stage, (this.#milliseconds.get(stage) ?? 0) + time);
  }

  /** Whole milliseconds by stage, in the order in which the stages were first met. */
  toRecord(): Record<string, number> {
    return Object.fromEntries([...this.#milliseconds].map(([stage, time]) => [stage, Math.round(time)]));
  }
}
