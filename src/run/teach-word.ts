import { resolve } from 'node:path';
import { readRunFile } from '../emit/run-folder.ts';
import type { Report } from '../model/index.ts';
import { joinAdditions } from '../vocabulary/additions.ts';
import { VocabularyAdditions } from '../vocabulary/vocabulary.ts';
import { readAgain, replaceDocument } from './reread.ts';
import { readSettings, type SettingsPlaces, teachWords } from './settings.ts';

/** Teaching words to a run, one document at a time. */
export interface WordTeacher {
  /** The document as it reads with the words. Writes nothing. Throws DocumentError, SettingsError. */
  readonly preview: (documentId: string, words: VocabularyAdditions) => Promise<Report>;
  /** The same, written: the words to the data team's file, the document to the run's folder. */
  readonly take: (documentId: string, words: VocabularyAdditions) => Promise<Report>;
}

/**
 * Teaches words to the run of a folder: on top of those the run was made with and those of the settings, which the words
 * taken are added to.
 */
export function teacherOf(
  folder: string,
  places: SettingsPlaces,
  password?: string | undefined,
): WordTeacher {
  const out = resolve(places.cwd, folder);
  const preview: WordTeacher['preview'] = async (documentId, words) => {
    const { options } = await readRunFile(out);
    const former = VocabularyAdditions.parse(options.vocabulary ?? {});
    const settings = await readSettings(places);
    const vocabulary = joinAdditions(joinAdditions(former, settings.vocabulary ?? {}), words);
    return readAgain({
      ...{ out, cwd: places.cwd, documentId, vocabulary },
      password: password ?? settings.password,
    });
  };
  return {
    preview,
    take: async (documentId, words) => {
      const report = await preview(documentId, words);
      await teachWords(places, words);
      await replaceDocument(out, report);
      return report;
    },
  };
}
