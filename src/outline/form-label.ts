import { CYCLE_WORD, headerKey, type Vocabulary } from '../vocabulary/index.ts';

/**
 * The key a form's label is looked up by: without the cycle's word, brackets, colon or number beside it.
 *
 *     成果・課題 Check    (今後の課題)    担当課：    指標①
 */
export const formLabelKey = (text: string): string =>
  headerKey(
    text
      .replace(CYCLE_WORD, '')
      .replace(YEAR_BEFORE, '')
      .trim()
      .replace(/^[(\uFF08]([^()\uFF08\uFF09]*)[)\uFF09]$/u, '$1')
      .replace(/[:\uFF1A]\s*$/u, '')
      .replace(ITEM_NUMBER, ''),
  );

/** Whether a cell is a label of a form: 事務事業名, 担当課, 施策の総括. */
export function isFormLabel(text: string, vocabulary: Vocabulary): boolean {
  if (text.length > LABEL_CHARACTERS) return false;
  const key = formLabelKey(text);
  return vocabulary.labels.has(key) || vocabulary.identities.has(key);
}

/** 成果指標①, 指標１, 活動指標(2) */
const ITEM_NUMBER = /\s*(?:[①-⑳]|(?<=\p{Script=Han})[(\uFF08]?[0-9０-９ア-エ][)\uFF09]?)$/u;

const LABEL_CHARACTERS = 40;
/** 令和６年度事業名 */
const YEAR_BEFORE = /^(?:令和|平成|[RrHhＲＨ])\s*[0-9０-９元]{1,2}\s*年度(?=\S{2})/u;
