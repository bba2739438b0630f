import { z } from 'zod';

/** A row whose cells stood under other headers than they were meant for, as reading found and mended it. */
export const RowSlip = z.strictObject({
  recordId: z.string(),
  observationIds: z.array(z.string()),
  page: z.int().min(1),
  line: z.int().min(1).nullable(),
  columns: z.int().min(1).describe('how many values stood in another column'),
  lost: z.array(z.string()).describe('headers of columns whose value is lost in the source'),
  row: z.record(z.string(), z.string()).describe('the row as it should stand: header → cell'),
});
export type RowSlip = z.infer<typeof RowSlip>;
