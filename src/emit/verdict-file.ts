import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RecordedVerdict } from '../model/index.ts';
import { jsonLine, validated } from './json-line.ts';
import { OutputFolderError, VERDICTS_FILE } from './run-folder.ts';

/**
 * What people have decided in this run folder, first decision first; none where nobody has. Throws OutputFolderError
 * where a line is no verdict: none is ever passed over in silence.
 */
export async function readVerdicts(folder: string): Promise<RecordedVerdict[]> {
  const text = await readFile(join(folder, VERDICTS_FILE), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return '';
    throw error;
  });
  return text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, index + 1)]));

  function readLine(line: string, number: number): RecordedVerdict {
    try {
      return RecordedVerdict.parse(JSON.parse(line));
    } catch (error) {
      throw new OutputFolderError(
        folder,
        {
          ja: `${VERDICTS_FILE} の ${number} 行目を判定として読めません。その行を直してください`,
          en: `line ${number} of ${VERDICTS_FILE} is no verdict; mend that line`,
        },
        error,
      );
    }
  }
}

/** Adds one line to the folder's verdicts and does not return before the disk has it. */
export async function appendVerdict(folder: string, verdict: RecordedVerdict): Promise<void> {
  const line = jsonLine(validated(RecordedVerdict, verdict, VERDICTS_FILE, 'verdict'));
  const file = await open(join(folder, VERDICTS_FILE), 'a+');
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
