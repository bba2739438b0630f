import { mkdir, writeFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Document } from './document.ts';
import { Finding } from './finding.ts';
import { Observation } from './observation.ts';
import { PageRead } from './page-read.ts';
import { Record } from './record.ts';
import { Run } from './run.ts';
import { RecordedMute, RecordedSampleAnswer, RecordedVerdict } from './verdict.ts';

/** What has a JSON Schema of its own: a line of each .jsonl file, and run.json. */
const PUBLISHED = [
  ['document', 'A line of documents.jsonl', Document],
  ['record', 'A line of records.jsonl', Record],
  ['observation', 'A line of observations.jsonl', Observation],
  ['finding', 'A line of findings.jsonl', Finding],
  ['page', 'A line of pages.jsonl', PageRead],
  ['verdict', 'A line of verdicts.jsonl', RecordedVerdict],
  ['muted-rule', 'A line of muted-rules.jsonl', RecordedMute],
  ['sample-answer', 'A line of sample.jsonl', RecordedSampleAnswer],
  ['run', 'run.json', Run],
] as const;

/** The JSON Schemas (2020-12) of what jisseki writes, as the text of their files, by file name. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    PUBLISHED.map(([name, title, schema]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
      const document = { $schema, $id: `urn:jisseki:schema:${name}`, title: `jisseki: ${title}`, ...rest };
      return [`${name}.schema.json`, `${JSON.stringify(document, null, 2)}\n`];
    }),
  );
}

/** Writes schemas/*.schema.json: `npm run schemas`. */
async function writeSchemas(): Promise<void> {
  const folder = new URL('../../schemas/', import.meta.url);
  await mkdir(folder, { recursive: true });
  for (const [name, text] of schemaFiles()) await writeFile(new URL(name, folder), text);
}

if (argv[1] === fileURLToPath(import.meta.url)) await writeSchemas();
