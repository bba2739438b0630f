import type { Context } from 'hono';
import { z } from 'zod';
import { Severity, Verdict } from '../../model/index.ts';
import type { FindingFilter } from '../api.ts';
import { badRequest } from './review-error.ts';

/** Longest text a person types, in UTF-16 code units. */
const MOST_TYPED = 4_000;
/** Largest question, in bytes. */
export const MOST_BYTES = 256 * 1024;

export const Typed = z.string().max(MOST_TYPED);
export const By = Typed.nullish();
export const Id = z.string().min(1).max(1_000);

const Whole = z.coerce.number().int().min(0);

const Filter = z.object({
  severity: z.array(Severity),
  rule: z.array(Id),
  area: z.array(Id),
  year: z.array(Id),
  department: z.array(Id),
  document: z.array(Id),
  verdict: z.array(z.enum(['open', ...Verdict.options])),
  search: Typed.optional(),
  offset: Whole.optional(),
  limit: Whole.optional(),
});

/** The filter in the parameters of an address. Throws ReviewError where one is none. */
export function filterOf(context: Context): FindingFilter {
  const { searchParams } = new URL(context.req.url);
  const many = ['severity', 'rule', 'area', 'year', 'department', 'document', 'verdict'] as const;
  const one = ['search', 'offset', 'limit'] as const;
  const given = Object.fromEntries([
    ...many.map((name) => [name, searchParams.getAll(name)]),
    ...one.map((name) => [name, searchParams.get(name) ?? undefined]),
  ]);
  return parsed(Filter, given) as FindingFilter;
}

/** A whole number in the parameters of an address. */
export function wholeOf(context: Context, name: string): number | undefined {
  const given = context.req.query(name);
  return given === undefined ? undefined : parsed(Whole, given);
}

/** The question in the body. Throws ReviewError where it is not as `schema` says. */
export async function bodyOf<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const type = context.req.header('content-type') ?? '';
  if (!/^application\/json\b/i.test(type))
    throw badRequest(
      `JSON で送ってください（Content-Type: ${type}）`,
      `expected JSON (Content-Type: ${type})`,
    );
  const body: unknown = await context.req.json().catch(() => undefined);
  if (body === undefined) throw badRequest('JSON として読めません', 'the body is not JSON');
  return parsed(schema, body);
}

function parsed<T>(schema: z.ZodType<T>, given: unknown): T {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0]!;
  const place = path.length === 0 ? '' : `${path.join('.')}: `;
  throw badRequest(`要求が正しくありません: ${place}${message}`, `not as expected: ${place}${message}`);
}
