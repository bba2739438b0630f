import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Run } from '../model/index.ts';
import { DOCUMENTS_FOLDER } from './document-folder.ts';
import { InvalidLineError, validated } from './json-line.ts';
import { replaceFile } from './replace-file.ts';

export const RUN_FILE = 'run.json';

/** What people decided on findings; jisseki adds lines to it and never takes any away. */
export const VERDICTS_FILE = 'verdicts.jsonl';

/** Rules that people found to say nothing of use about a document; jisseki adds lines to it and never takes any away. */
export const MUTED_RULES_FILE = 'muted-rules.jsonl';

/** What people keyed of a blind sample; jisseki adds lines to it and never takes any away. */
export const SAMPLE_FILE = 'sample.jsonl';

/** What may stand in a folder that holds no run yet: a repository's marks, a sample for its readers, earlier verdicts. */
const HARMLESS = new Set([
  'README.md',
  'sample.json',
  '.gitignore',
  '.gitkeep',
  '.DS_Store',
  VERDICTS_FILE,
  MUTED_RULES_FILE,
]);

/** The folder named with --out cannot take a run: the command line is wrong, nothing was touched. */
export class OutputFolderError extends Error {
  readonly text: { readonly ja: string; readonly en: string };

  constructor(folder: string, text: { ja: string; en: string }, cause?: unknown) {
    super(`${folder}: ${text.en}`, cause === undefined ? undefined : { cause });
    this.name = 'OutputFolderError';
    this.text = { ja: `${folder}: ${text.ja}`, en: this.message };
  }
}

/**
 * Makes the folder ready for a run and marks it with the run as it begins, so that a killed run is known for what it
 * is. Creates the folder, or takes it over where it is empty or holds an earlier run. Throws OutputFolderError where
 * it holds something else, is no folder, or cannot be written to.
 */
export async function openRunFolder(folder: string, run: Run): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const names = await readdir(folder);
    if (names.includes(RUN_FILE)) await assertIsRun(folder);
    else assertHoldsNothing(folder, names);
    await mkdir(join(folder, DOCUMENTS_FOLDER), { recursive: true });
    await writeRunFile(folder, run);
  } catch (error) {
    if (error instanceof OutputFolderError || error instanceof InvalidLineError) throw error;
    throw notWritable(folder, error);
  }
}

/**
 * Reads run.json of a folder that holds a run. Throws OutputFolderError where there is none, where it is not of jisseki,
 * or where an older version wrote it.
 */
export async function readRunFile(folder: string): Promise<Run> {
  const text = await readFile(join(folder, RUN_FILE), 'utf8').catch((error: unknown) => {
    throw new OutputFolderError(
      folder,
      {
        ja: '前回の出力 (run.json) がありません。jisseki extract の --out に指定したフォルダを指定してください',
        en: 'holds no run (run.json); give the folder that jisseki extract wrote to',
      },
      error,
    );
  });
  const result = Run.safeParse(jsonOf(text));
  if (result.success) return result.data;
  throw new OutputFolderError(folder, {
    ja: 'run.json がこの版の jisseki のものではありません。jisseki extract をもう一度実行してください',
    en: 'its run.json was not written by this version of jisseki; run jisseki extract again',
  });
}

/** Writes run.json, validated. Throws the file system's error where the folder does not take it. */
export async function writeRunFile(folder: string, run: Run): Promise<void> {
  const valid = validated(Run, run, RUN_FILE, 'run');
  await replaceFile(join(folder, RUN_FILE), [`${JSON.stringify(valid, null, 2)}\n`]);
}

async function assertIsRun(folder: string): Promise<void> {
  const text = await readFile(join(folder, RUN_FILE), 'utf8');
  if (looksLikeRun(text)) return;
  throw new OutputFolderError(folder, {
    ja: 'run.json が jisseki のものではありません。空のフォルダを --out に指定してください',
    en: 'its run.json was not written by jisseki; give --out an empty or a new folder',
  });
}

function looksLikeRun(text: string): boolean {
  const value = jsonOf(text);
  return value !== null && typeof value === 'object' && 'inputs' in value && 'counts' in value;
}

/** null where the text is no JSON */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function assertHoldsNothing(folder: string, names: readonly string[]): void {
  const foreign = names.filter((name) => !HARMLESS.has(name)).sort();
  if (foreign.length === 0) return;
  const shown = foreign.slice(0, 3).join(', ') + (foreign.length > 3 ? ', …' : '');
  throw new OutputFolderError(folder, {
    ja: `空でなく、jisseki の出力 (run.json) もありません（中身: ${shown}）。空のフォルダを --out に指定してください`,
    en: `is not empty and holds no run.json of jisseki (it holds ${shown}); give --out an empty or a new folder`,
  });
}

function notWritable(folder: string, cause: unknown): OutputFolderError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  const text =
    code === 'EEXIST' || code === 'ENOTDIR'
      ? {
          ja: 'フォルダではありません。新しいフォルダを --out に指定してください',
          en: 'is no folder; give --out a new folder',
        }
      : {
          ja: `このフォルダには書き込めません（${code}）。書き込めるフォルダを --out に指定してください`,
          en: `cannot be written to (${code}); give --out a folder you may write to`,
        };
  return new OutputFolderError(folder, text, cause);
}
