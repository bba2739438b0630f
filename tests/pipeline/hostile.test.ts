import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { Document, DocumentError, Finding, Observation, Record, type Report } from '../../src/model/index.ts';
import { type DocumentInput, readReport } from '../../src/pipeline.ts';

/** Fixed, so that a failure today is a failure tomorrow. */
const SEED = 20260401;
/** Ends in about 20 seconds on two cores. */
const RUNS = 800;
const MOST_BYTES_CUT = 400;

interface Fixture {
  readonly name: string;
  readonly encoding: string;
  readonly text: string;
}

const encodingOf = (name: string): string =>
  name.startsWith('eucjp') ? 'euc-jp' : name.endsWith('sjis') ? 'cp932' : 'utf8';

const fixtures = readdirSync('fixtures', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'pdf')
  .map(({ name }): Fixture => {
    const encoding = encodingOf(name);
    return { name, encoding, text: iconv.decode(readFileSync(`fixtures/${name}/report.txt`), encoding) };
  });

/** What converters, copiers and OCR do to a report. `at` and `to` are places from 0 to 1. */
type Mutation =
  | { readonly kind: 'cutBytes'; readonly at: number; readonly count: number }
  | { readonly kind: 'endEarly'; readonly at: number }
  | { readonly kind: 'dropTab' | 'addTab' | 'dropLine' | 'breakLine'; readonly at: number }
  | { readonly kind: 'swapLines' | 'duplicateLines'; readonly at: number; readonly to: number }
  | { readonly kind: 'replace'; readonly at: number; readonly by: string }
  | { readonly kind: 'join'; readonly at: number; readonly to: number; readonly fixture: Fixture };

const place = fc.double({ min: 0, max: 0.999, noNaN: true });
const STRANGE =
  '\t,\t\t\t,\n,\f,\u3000,　　,|,|---|---|,<table>,</td>,<td rowspan="3">,&lt;,⇒,▼,→,○,－,×,。,（,）,【,1,１,９９９,0,-,△,.,%,千円,億,年度,令和,R5,目標値,基準値⇒R1目標値,担当課,事務事業名,指標名,合計,1 ,(1),①,基本目標1,施策①,- 3 -,単位：千円,𠮷,é,\u200b,\ufeff,\u0007,\ud83c'.split(
    ',',
  );

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({
    kind: fc.constant('cutBytes' as const),
    at: place,
    count: fc.integer({ min: 1, max: MOST_BYTES_CUT }),
  }),
  fc.record({ kind: fc.constant('endEarly' as const), at: place }),
  fc.record({
    kind: fc.constantFrom('dropTab' as const, 'addTab' as const, 'dropLine' as const, 'breakLine' as const),
    at: place,
  }),
  fc.record({
    kind: fc.constantFrom('swapLines' as const, 'duplicateLines' as const),
    at: place,
    to: place,
  }),
  fc.record({ kind: fc.constant('replace' as const), at: place, by: fc.constantFrom(...STRANGE) }),
  fc.record({
    kind: fc.constant('join' as const),
    at: place,
    to: place,
    fixture: fc.constantFrom(...fixtures),
  }),
);

const index = (at: number, length: number): number => Math.floor(at * length);

function mutateText(text: string, mutation: Mutation): string {
  const lines = text.split('\n');
  const points = Array.from(text);
  switch (mutation.kind) {
    case 'cutBytes':
    case 'endEarly':
      return text;
    case 'dropTab': {
      const cells = text.split('\t');
      const tab = index(mutation.at, cells.length - 1);
      return cells.map((cell, at) => (at < cells.length - 1 && at !== tab ? `${cell}\t` : cell)).join('');
    }
    case 'addTab':
      return points.toSpliced(index(mutation.at, points.length), 0, '\t').join('');
    case 'dropLine':
      return lines.toSpliced(index(mutation.at, lines.length), 1).join('\n');
    case 'breakLine':
      return points.toSpliced(index(mutation.at, points.length), 0, '\n').join('');
    case 'swapLines': {
      const [one, other] = [index(mutation.at, lines.length), index(mutation.to, lines.length)];
      return lines
        .with(one, lines[other] ?? '')
        .with(other, lines[one] ?? '')
        .join('\n');
    }
    case 'duplicateLines': {
      const from = index(mutation.at, lines.length);
      const block = lines.slice(from, from + 1 + index(mutation.to, 8));
      return lines.toSpliced(from, 0, ...block).join('\n');
    }
    case 'replace':
      return points.toSpliced(index(mutation.at, points.length), 1, mutation.by).join('');
    case 'join': {
      const other = mutation.fixture.text.split('\n');
      return [
        ...lines.slice(0, index(mutation.at, lines.length)),
        ...other.slice(index(mutation.to, other.length)),
      ].join('\n');
    }
  }
}

function mutateBytes(bytes: Buffer, mutation: Mutation): Buffer {
  const at = 'at' in mutation ? index(mutation.at, bytes.length) : 0;
  if (mutation.kind === 'endEarly') return bytes.subarray(0, at);
  if (mutation.kind !== 'cutBytes') return bytes;
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + mutation.count)]);
}

function mutated({ name, encoding, text }: Fixture, mutations: readonly Mutation[]): DocumentInput {
  const bytes = mutations.reduce(mutateBytes, iconv.encode(mutations.reduce(mutateText, text), encoding));
  return { path: `${name}.txt`, documentId: name, bytes };
}

/** The report, or the DocumentError that says why there is none; anything else is a fault and is thrown on. */
async function tryToRead(input: DocumentInput): Promise<Report | DocumentError> {
  try {
    return await readReport(input);
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
}

function expectSound(report: Report): void {
  const { document, records, observations, findings } = report;
  const points = Array.from(report.text);
  const slice = (start: number, end: number): string => points.slice(start, end).join('');

  const { characters, ...parts } = document.coverage;
  expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(characters);
  expect(characters).toBe(points.filter((point) => !/\s/u.test(point)).length);
  for (const { start, end, text } of document.unparsed) expect(slice(start, end)).toBe(text);

  for (const { raw, provenance } of observations) expect(slice(provenance.start, provenance.end)).toBe(raw);
  for (const { provenance } of records) {
    expect(provenance.start).toBeLessThanOrEqual(provenance.end);
    expect(provenance.end).toBeLessThanOrEqual(points.length);
  }

  expect(Document.safeParse(document).error).toBeUndefined();
  expect(Record.array().safeParse(records).error).toBeUndefined();
  expect(Observation.array().safeParse(observations).error).toBeUndefined();
  expect(Finding.array().safeParse(findings).error).toBeUndefined();

  const recordIds = new Set(records.map(({ id }) => id));
  const observationIds = new Set(observations.map(({ id }) => id));
  const findingIds = new Set(findings.map(({ id }) => id));
  expect(new Set([...recordIds, ...observationIds, ...findingIds]).size).toBe(
    records.length + observations.length + findings.length,
  );
  expect(observations.filter(({ recordId }) => !recordIds.has(recordId))).toEqual([]);
  expect(observations.flatMap((one) => one.findings).filter((id) => !findingIds.has(id))).toEqual([]);
  const named = [...records.map((one) => one.observations), ...findings.map((one) => one.observationIds)];
  expect(named.flat().filter((id) => !observationIds.has(id))).toEqual([]);
}

describe('a mutated report', () => {
  it('is read soundly or refused with a DocumentError, and the same way twice', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fixtures),
        fc.array(mutation, { minLength: 1, maxLength: 6 }),
        async (fixture, mutations) => {
          const input = mutated(fixture, mutations);
          const [once, again] = [await tryToRead(input), await tryToRead(input)];
          expect(again).toEqual(once);
          if (once instanceof DocumentError) return;
          expectSound(once);
          read += 1;
        },
      ),
      { seed: SEED, numRuns: RUNS },
    );
    // most mutations leave something to read, so that the rest is really tested
    expect(read).toBeGreaterThan(RUNS / 2);
  }, 300_000);
});

describe('a fixture as it is', () => {
  it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))(
    '%s is read soundly',
    async (_name, fixture) => {
      const report = await tryToRead(mutated(fixture, []));
      if (report instanceof DocumentError) throw report;
      expectSound(report);
      expect(report.observations.length).toBeGreaterThan(0);
    },
  );
});

describe('a text of nothing but', () => {
  it.each([
    ['one header row', '指標名\t基準値\t目標値\tR5実績'],
    ['two header rows', '指標名\t実績値\t\n\tR4\tR5'],
    ['a header over blanks', '指標名\t目標値\tR5実績\n\t\t'],
    ['fused arrows', '指標名\t基準値⇒R1目標値\tR5実績\n▼\t▼ ▼\t⇒'],
    ['marks', '○\t×\n×\t○'],
    ['a title', '進捗報告書'],
    ['numbers', '1\n\n2\n\n3'],
    ['brackets', '（（（\n）））\n【\t】'],
    ['labels without values', '事務事業名\t\n担当課\t\n'],
    ['a label that answers itself', '事務事業名\t事務事業名\n指標名\t指標名\n基準値\t基準値'],
    ['form feeds and a head', '指標名\t目標値\n\f指標名\t目標値\n\f指標名\t目標値'],
    ['characters of two halves', '指標名\t目標値\n𠮷野家\t5人'],
    [
      'a cell that spans all',
      '<table><tr><th rowspan=9 colspan=9>指標名</th></tr><tr><td>5人</td></tr></table>',
    ],
  ])('%s is read soundly', async (_what, text) => {
    const report = await tryToRead({ path: 'a.txt', documentId: 'a', bytes: Buffer.from(text) });
    if (report instanceof DocumentError) throw report;
    expectSound(report);
  });
});
