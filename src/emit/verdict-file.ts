import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { RecordedMute, RecordedSampleAnswer, RecordedVerdict } from '../model/index.ts';
import { jsonLine, validated } from './json-line.ts';
import { MUTED_RULES_FILE, OutputFolderError, SAMPLE_FILE, VERDICTS_FILE } from './run-folder.ts';

/** A file of the run's folder that people's decisions are added to; no line of it is ever changed or taken away. */
export interface DecisionFile<T extends object> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  /** what a line of it is */
  readonly line: { readonly ja: string; readonly en: string };
}

/** What people decided on findings and cells. */
export const VERDICTS: DecisionFile<RecordedVerdict> = {
  name: VERDICTS_FILE,
  schema: RecordedVerdict,
  line: { ja: '判定', en: 'verdict' },
};

/** Rules that people found to say nothing of use about a document. */
export const MUTED_RULES: DecisionFile<RecordedMute> = {
  name: MUTED_RULES_FILE,
  schema: RecordedMute,
  line: { ja: '対象外の規則', en: 'muted rule' },
};

/** What people keyed of a blind sample. */
export const SAMPLE_ANSWERS: DecisionFile<RecordedSampleAnswer> = {
  name: SAMPLE_FILE,
  schema: RecordedSampleAnswer,
  line: { ja: '標本の回答', en: 'answer of a sample' },
};

/**
 * What people have decided in this run folder, first decision first; none where nobody has. Throws OutputFolderError
 * where a line is no verdict: none is ever passed over in silence.
 */
export const readVerdicts = (folder: string): Promise<RecordedVerdict[]> => readDecisions(folder, VERDICTS);

/** The rules that people have muted in this run folder, and those they have not any more. Throws as `readVerdicts`. */
export const readMutedRules = (folder: string): Promise<RecordedMute[]> => readDecisions(folder, MUTED_RULES);

/** Adds one line to the folder's verdicts and does not return before the disk has it. */
export const appendVerdict = (folder: string, verdict: RecordedVerdict): Promise<void> =>
  appendDecision(folder, VERDICTS, verdict);

/** All lines of a file of decisions, the first one first. Throws OutputFolderError where a line is none. */
export async function readDecisions<T extends object>(folder: string, file: DecisionFile<T>): Promise<T[]> {
  const text = await readFile(join(folder, file.name), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return '';
    throw error;
  });
  return parseDecisions(text, folder, file, 1);
}

/** The lines of a piece of a file of decisions that begins with line `first`. Throws as `readDecisions`. */
export function parseDecisions<T extends object>(
  text: string,
  folder: string,
  file: DecisionFile<T>,
  first: number,
): T[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [file.schema.parse(JSON.parse(line))];
    } catch (error) {
      throw noDecision(folder, file, first + index, error);
    }
  });
}

/** Adds one line to a file of decisions and does not return before the disk has it. */
export async function appendDecision<T extends object>(
  folder: string,
  { name, schema }: DecisionFile<T>,
  decision: T,
): Promise<void> {
  const line = jsonLine(validated(schema, decision, name, 'line'));
  const file = await open(join(folder, name), 'a+');
  try {
    const { size } = await file.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await file.read(last, 0, 1, size - 1);
    const isMidLine = size > 0 && last.toString() !== '\n';
    await file.appendFile(isMidLine ? `\n${line}` : line);
    await file.sync();
  } finally {
    await file.close();
  }
}

function noDecision(
  folder: string,
  { name, line }: Pick<DecisionFile<object>, 'name' | 'line'>,
  number: number,
  cause: unknown,
): OutputFolderError {
  return new OutputFolderError(
    folder,
    {
      ja: `${name} の ${number} 行目を${line.ja}として読めません。その行を直してください`,
      en: `line ${number} of ${name} is no ${line.en}; mend that line`,
    },
    cause,
  );
}
