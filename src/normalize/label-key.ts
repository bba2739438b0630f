import { foldText, stripSpaces } from './fold.ts';
import { withoutNoteMarks } from './note-mark.ts';

const BRACKETS: Readonly<Record<string, string>> = {
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
  '〔': '(',
  '〕': ')',
  '【': '(',
  '】': ')',
  '〈': '(',
  '〉': ')',
  '《': '(',
  '》': ')',
  '<': '(',
  '>': ')',
  '『': '「',
  '』': '」',
  '“': '「',
  '”': '」',
  '，': '、',
  ',': '、',
};

/** Footnote references: (※2) ※① *1 … part of the print, not of the name. */
const NOTE_REFERENCE = /\(※[^()]{0,4}\)|※[0-9①-⑳]{0,2}|(?<=.)\*[0-9]{0,2}$/gu;
const PLACES = /[かヶカヵケ個](?=所)/gu;

/**
 * The label of an indicator folded so that spelling variants of different years and tables join. 数 and 件数 are part of
 * the name and stay.
 *
 *     財政調整基金(※2)保有額        →  財政調整基金保有額
 *     「くまりば」ｻﾃﾗｲﾄ･ｵﾌｨｽ 利用件数  →  「くまりば」サテライトオフィス利用件数
 */
export function labelKey(label: string): string {
  return stripSpaces(withoutNoteMarks(foldText(label)))
    .toLowerCase()
    .replace(/[[\]{}〔〕【】〈〉《》<>『』“”，,]/gu, (c) => BRACKETS[c] ?? c)
    .replace(NOTE_REFERENCE, '')
    .replace(/・/gu, '')
    .replace(PLACES, '箇')
    .replace(/[:。]+$/u, '');
}
