import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../emit/replace-file.ts';
import { joinAdditions } from '../vocabulary/additions.ts';
import { VocabularyAdditions } from '../vocabulary/vocabulary.ts';
import { ReadingLimits } from './workers/limits.ts';

/** Read from the current folder when it is there and no other file is named. */
export const SETTINGS_FILE = 'jisseki.config.json';

/** What a data team sets for all its runs: `{ "vocabulary": { "measures": { "actual": ["到達値"] } }, "jobs": 2 }`. */
export const Settings = z.strictObject({
  vocabulary: VocabularyAdditions.optional(),
  jobs: z.int().min(1).optional(),
  workers: z.int().min(0).optional(),
  password: z.string().optional(),
  limits: ReadingLimits.optional(),
});
export type Settings = z.infer<typeof Settings>;

/** A settings or vocabulary file that cannot be used; one line that says where and what. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly text: { readonly ja: string; readonly en: string };

  constructor(path: string, text: { ja: string; en: string }, cause?: unknown) {
    super(`${path}: ${text.en}`, cause === undefined ? undefined : { cause });
    this.text = { ja: `${path}: ${text.ja}`, en: `${path}: ${text.en}` };
  }
}

/** Files that settings come from, relative to `cwd`; those not named may be missing. */
export interface SettingsPlaces {
  readonly cwd: string;
  /** instead of jisseki.config.json */
  readonly config?: string | undefined;
  /** a file with the vocabulary alone; it takes the place of the settings' own */
  readonly vocabulary?: string | undefined;
}

/** Reads the settings of a run. Throws SettingsError where a named file is missing or any file is not as expected. */
export async function readSettings({ cwd, config, vocabulary }: SettingsPlaces): Promise<Settings> {
  const settings =
    config === undefined && !(await exists(resolve(cwd, SETTINGS_FILE)))
      ? {}
      : await readJson(cwd, config ?? SETTINGS_FILE, Settings);
  if (vocabulary === undefined) return settings;
  return { ...settings, vocabulary: await readJson(cwd, vocabulary, VocabularyAdditions) };
}

/**
 * Adds words to the file the settings' vocabulary comes from, whole or not at all, and leaves the rest of it as it is.
 * Throws SettingsError where the file is not as expected, and the file system's error where it cannot be written.
 */
export async function teachWords(places: SettingsPlaces, words: VocabularyAdditions): Promise<void> {
  const { cwd, config = SETTINGS_FILE, vocabulary: own } = places;
  const { vocabulary = {}, ...others } = await readSettings(places);
  const taught = joinAdditions(vocabulary, words);
  const content = own === undefined ? { ...others, vocabulary: taught } : taught;
  await replaceFile(resolve(cwd, own ?? config), [`${JSON.stringify(content, null, 2)}\n`]);
}

async function exists(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    (error: unknown) => !(error instanceof Error && 'code' in error && error.code === 'ENOENT'),
  );
}

async function readJson<T>(cwd: string, path: string, schema: z.ZodType<T>): Promise<T> {
  const text = await readFile(resolve(cwd, path), 'utf8').catch((error: NodeJS.ErrnoException) => {
    const reason = error.code ?? error.message;
    throw new SettingsError(
      path,
      { ja: `読み取れません（${reason}）`, en: `cannot be read (${reason})` },
      error,
    );
  });
  const result = schema.safeParse(parseJson(path, text));
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  const place = issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  const known = issue.code === 'unrecognized_keys' ? knownKeys(schema, issue.path) : '';
  throw new SettingsError(path, {
    ja: `正しくありません: ${place}${issue.message}${known}`,
    en: `not as expected: ${place}${issue.message}${known}`,
  });
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
    throw new SettingsError(
      path,
      { ja: `JSON ではありません: ${reason}`, en: `is not JSON: ${reason}` },
      error,
    );
  }
}

/** The keys that may stand where an unknown one was found, for the message. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const at = path[0] === 'vocabulary' ? VocabularyAdditions : path[0] === 'limits' ? ReadingLimits : schema;
  return at instanceof z.ZodObject ? ` (known: ${Object.keys(at.shape).join(', ')})` : '';
}
