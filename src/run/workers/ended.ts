import { DocumentError } from '../../model/index.ts';
import type { Limits } from './limits.ts';
import type { Excess } from './watch.ts';

/** Why a document was given up: the limit it exceeded, where, and what to do. */
export function endedError(
  path: string,
  excess: Excess,
  page: number,
  { megabytes, pageSeconds, documentSeconds }: Limits,
): DocumentError {
  const at = page === 0 ? { ja: '', en: '' } : { ja: `（${page}ページ）`, en: ` (at page ${page})` };
  switch (excess) {
    case 'memory':
      return new DocumentError('outOfMemory', path, {
        ja: `読み取りに ${megabytes} MB を超えるメモリが要ります${at.ja}。分割するか、設定の limits.megabytes を大きくしてください`,
        en: `takes more than ${megabytes} MB of memory to read${at.en}; split it, or raise limits.megabytes in the settings`,
      });
    case 'page':
      return new DocumentError('tooSlow', path, {
        ja: `${pageSeconds}秒で読めないページが多すぎます${at.ja}。PDF を作り直すか、設定の limits.pageSeconds を大きくしてください`,
        en: `has too many pages that take longer than ${pageSeconds} s${at.en}; have the PDF made anew, or raise limits.pageSeconds in the settings`,
      });
    case 'document':
      return new DocumentError('tooSlow', path, {
        ja: `${documentSeconds}秒で読み終わりませんでした${at.ja}。分割するか、設定の limits.documentSeconds を大きくしてください`,
        en: `was not read within ${documentSeconds} s${at.en}; split it, or raise limits.documentSeconds in the settings`,
      });
  }
}
