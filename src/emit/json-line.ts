import type { z } from 'zod';

/** A bug of an earlier stage: a line that its schema does not take. Names the document, the field and the value. */
export class InvalidLineError extends Error {
  override readonly name = 'InvalidLineError';

  constructor(owner: string, problem: string) {
    super(`${owner}: ${problem}`);
  }
}

/** Longest piece of an offending value shown in an error, in UTF-16 code units. */
const SHOWN_VALUE_LENGTH = 200;

/** Line separators that JSON allows but that line readers of other languages (Python's splitlines) break at. */
const LINE_SEPARATORS = /[\u0085\u2028\u2029]/g;

/**
 * The value as its schema takes it, keys in the order of the schema whatever their order in the value.
 *
 * `owner` and `name` say in the error which line it is, e.g. `document city-r5` and `records[3]`. Throws
 * InvalidLineError where the schema does not take the value: that is a bug of the stage that made it, never a property
 * of the input.
 */
export function validated<T>(schema: z.ZodType<T>, value: T, owner: string, name: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new InvalidLineError(owner, describeIssues(result.error.issues, value, name));
}

/** One line of a .jsonl file with its line feed; numbers in the shortest form that reads back as the same number. */
export function jsonLine(value: object): string {
  return `${JSON.stringify(value).replace(LINE_SEPARATORS, escapeCodeUnit)}\n`;
}

function escapeCodeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function describeIssues(issues: readonly z.core.$ZodIssue[], value: unknown, name: string): string {
  return issues
    .map((issue) => {
      const path =
        issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
      return `${name}${fieldPath(path)}: ${issue.message}, got ${show(valueAt(value, path))}`;
    })
    .join('; ');
}

function fieldPath(path: readonly PropertyKey[]): string {
  return path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (at === null || typeof at !== 'object' ? undefined : Reflect.get(at, key)),
    value,
  );
}

function show(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > SHOWN_VALUE_LENGTH ? `${text.slice(0, SHOWN_VALUE_LENGTH)}…` : text;
}
