export { cutDepartments, type NamedWithDepartments } from './bracketed-department.ts';
export { readCell } from './cell.ts';
export type { CellContext, CellReading } from './cell-reading.ts';
export { joinerBetween } from './close-up.ts';
export { isDepartment, splitDepartments } from './department.ts';
export { type Era, eraBeside, findEra } from './era.ts';
export { foldText, stripSpaces } from './fold.ts';
export { labelKey } from './label-key.ts';
export {
  isMissingMark,
  isRatingWord,
  isStatusWord,
  missingStatus,
  type ObsStatus,
  readRatingMark,
} from './mark.ts';
export { findNumbers, type MentionKind, type NumberMention } from './mention.ts';
export { type Note, readNotes } from './note.ts';
export { noteMarksIn, withoutNoteMarks } from './note-mark.ts';
export { type NumberReading, readNumber } from './number.ts';
export {
  CIRCLED,
  circledIn,
  DIGIT,
  KANJI,
  ordinalOf,
  ROMAN,
  splitNumber,
  withoutCircledNumber,
  withoutItemMark,
} from './numbering.ts';
export { findPeriods, isPeriodOnly, type PeriodMention, readPeriod } from './period.ts';
export type { PeriodContext } from './point-in-time.ts';
export { readUnit, type UnitReading } from './unit.ts';
