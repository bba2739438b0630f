import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A number the source expects inside a text. */
export interface ExpectedMention {
  readonly text: string;
  readonly start: number;
  readonly kind?: string;
  readonly value?: number;
  readonly lower?: number;
  readonly unit?: string;
  readonly iso_currency?: string;
  readonly date?: string;
  readonly timex?: string;
}

export interface Expected {
  readonly value?: number | string | null;
  readonly error?: boolean;
  readonly unit?: string | null;
  readonly bound?: string;
  readonly direction?: string;
  readonly aggregate?: string;
  readonly span_years?: number;
  readonly also?: readonly { value: number; unit: string; label?: string }[];
  readonly kind?: string;
  readonly parts?: readonly { label: string; value: number; unit: string }[];
  readonly period?: string;
  readonly status?: string;
  readonly mark?: string;
  readonly date?: string;
  readonly type?: string;
  readonly timex?: string | null;
  readonly duration?: string;
  readonly mentions?: readonly ExpectedMention[];
}

/** A case of another project: input, expectation and where it is from. */
export interface NumeralCase {
  readonly id: string;
  readonly category: string;
  readonly input: string;
  readonly expected: Expected;
}

const PATH = fileURLToPath(new URL('../../../shared/numerals/cases.jsonl', import.meta.url));

/** The external cases, or null where the shared folder is not beside the clone. */
export function loadNumeralCases(): readonly NumeralCase[] | null {
  if (!existsSync(PATH)) return null;
  return readFileSync(PATH, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as NumeralCase);
}
