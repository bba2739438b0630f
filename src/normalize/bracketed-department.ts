import { isDepartment, splitDepartments } from './department.ts';
import data from './departments.json' with { type: 'json' };
import { foldText } from './fold.ts';

const BRACKETED = /\s*【([^【】]{2,60})】\s*/gu;

/** A name with the departments that stand in brackets of their own in it. */
export interface NamedWithDepartments {
  /** without them; as it was where nothing else would be left */
  readonly name: string;
  readonly departments: readonly string[];
}

/**
 * Tells a name from the departments in corner brackets beside it; null where no bracket holds departments and nothing else.
 * A hall or a school in brackets may be where a thing is done, so only sections, offices and the like count.
 *
 *     子育て支援事業【総務課】        →  子育て支援事業, 総務課
 *     道路改良事業【新規】            →  null
 */
export function cutDepartments(text: string): NamedWithDepartments | null {
  if (!text.includes('【')) return null;
  const departments: string[] = [];
  const name = text.replace(BRACKETED, (whole, inner: string) => {
    if (!areDepartments(inner)) return whole;
    departments.push(...splitDepartments(inner));
    return ' ';
  });
  if (departments.length === 0) return null;
  return { name: name.trim() === '' ? text : name.trim(), departments };
}

const areDepartments = (text: string): boolean =>
  isDepartment(text) &&
  splitDepartments(text).every((name) => data.bracketed.some((ending) => foldText(name).endsWith(ending)));
