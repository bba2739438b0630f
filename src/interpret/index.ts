import type {
  Coverage,
  Observation,
  Record,
  RefArea,
  RowSlip,
  UnknownHeader,
  UnparsedText,
} from '../model/index.ts';
import type { Outline } from '../outline/index.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import { Interpreter } from './interpreter.ts';

export interface Interpretation {
  readonly records: Record[];
  readonly observations: Observation[];
  readonly coverage: Coverage;
  readonly unparsed: UnparsedText[];
  readonly unknownHeaders: UnknownHeader[];
  readonly tables: number;
  /** rows whose cells slipped under other headers, read as they were meant */
  readonly slips: readonly RowSlip[];
}

export interface InterpretInput {
  readonly documentId: string;
  readonly refArea: RefArea | null;
  /** what is written to text.txt */
  readonly text: string;
  /** where the values of each page come from */
  readonly pageSources: readonly ('text' | 'pdf' | 'ocr')[];
  readonly outline: Outline;
}

/** Titled tables to records and observations: every value cell read through its headers. Throws nothing. */
export function interpret(input: InterpretInput, vocabulary: Vocabulary): Interpretation {
  return new Interpreter(input, vocabulary).run();
}
