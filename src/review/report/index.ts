import { resolve } from 'node:path';
import { replaceFile } from '../../emit/replace-file.ts';
import { findingView } from '../server/finding-view.ts';
import { overviewOf } from '../server/overview.ts';
import { ReviewFolder } from '../server/review-folder.ts';
import { SourceFiles } from '../server/source-file.ts';
import { Crops } from './crops.ts';
import { documentHead, findingSection, head, type Language, overviewSection, tail } from './report-page.ts';

export interface ReportFileOptions {
  /** the folder an extraction wrote to */
  readonly folder: string;
  /** the HTML file to write; one that is there is replaced */
  readonly out: string;
  readonly language: Language;
  readonly cwd?: string;
}

/**
 * Writes the overview and all findings of a run, those of muted rules left out, as one HTML file that needs nothing
 * else, each finding with a picture of its place. Gives how many findings it holds. Throws OutputFolderError where the
 * folder holds no run, and the file system's error where the file cannot be written.
 */
export async function writeReportFile(options: ReportFileOptions): Promise<number> {
  const cwd = resolve(options.cwd ?? '.');
  const folder = resolve(cwd, options.folder);
  const review = await ReviewFolder.open(folder);
  let findings = 0;
  const pieces = piecesOf(review, new SourceFiles(cwd, folder), options, () => {
    findings += 1;
  });
  await replaceFile(resolve(cwd, options.out), pieces);
  return findings;
}

async function* piecesOf(
  review: ReviewFolder,
  sources: SourceFiles,
  { folder, language }: ReportFileOptions,
  onFinding: () => void,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(head(language, folder).markup);
  yield Buffer.from(overviewSection(overviewOf(review, await review.counted()), language).markup);
  const told = review.findings.filter((finding) => !review.decisions.isMuted(finding));
  const byDocument = Map.groupBy(told, ({ documentIds }) => documentIds[0]!);
  for (const document of review.documents.values()) {
    const own = byDocument.get(document.id) ?? [];
    if (own.length === 0) continue;
    yield Buffer.from(documentHead(document).markup);
    const { lines, report } = await review.reports.of(document.id);
    const crops = await Crops.open(document, sources, report.pages ?? []);
    try {
      // page by page, so that each is drawn once
      for (const { id } of own.toSorted(
        (a, b) => (a.page ?? 0) - (b.page ?? 0) || (a.line ?? 0) - (b.line ?? 0),
      )) {
        const view = await findingView(review, id, {});
        const suspect = view.places.find(({ documentId }) => documentId === document.id);
        const picture = suspect === undefined ? null : ((await crops?.of(suspect)) ?? null);
        yield Buffer.from(findingSection(view, picture, lines, language).markup);
        onFinding();
      }
    } finally {
      await crops?.close();
    }
  }
  yield Buffer.from(tail().markup);
}
