import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type DecisionFile, parseDecisions } from '../../emit/verdict-file.ts';

const LINE_FEED = 0x0a;

/**
 * A file of decisions that several servers and commands append to: gives each line once, in the order of the file,
 * whoever wrote it. A line that is not ended yet waits.
 */
export class FollowedFile<T extends object> {
  readonly #folder: string;
  readonly #file: DecisionFile<T>;
  #read = 0;
  #lines = 0;

  constructor(folder: string, file: DecisionFile<T>) {
    this.#folder = folder;
    this.#file = file;
  }

  /**
   * The lines added since this was last asked; null where the file is shorter than it was and has to be followed from
   * its beginning. Throws OutputFolderError where a line is none.
   */
  async next(): Promise<T[] | null> {
    const file = await open(join(this.#folder, this.#file.name), 'r').catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      },
    );
    if (file === null) return this.#read > 0 ? null : [];
    try {
      const { size } = await file.stat();
      if (size < this.#read) return null;
      if (size === this.#read) return [];
      const bytes = Buffer.alloc(size - this.#read);
      await file.read(bytes, 0, bytes.length, this.#read);
      const end = bytes.lastIndexOf(LINE_FEED) + 1;
      const text = bytes.subarray(0, end).toString();
      const lines = parseDecisions(text, this.#folder, this.#file, this.#lines + 1);
      this.#read += end;
      this.#lines += text.split('\n').length - 1;
      return lines;
    } finally {
      await file.close();
    }
  }
}
