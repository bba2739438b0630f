import { readdir, readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { reportFiles } from '../../src/emit/report-files.ts';
import { schemaFiles } from '../../src/model/write-schemas.ts';
import { runExtraction } from '../../src/run/extraction.ts';
import { readSample, sampleReport } from '../run/sample-report.ts';
import { tempFolder } from '../run/temp-folder.ts';

const FOLDER = new URL('../../schemas/', import.meta.url);

const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
addFormatsModule.default(ajv);

async function validator(name: string) {
  const schema = JSON.parse(await readFile(new URL(`${name}.schema.json`, FOLDER), 'utf8'));
  return ajv.getSchema(schema.$id) ?? ajv.compile(schema);
}

describe('the committed schemas', () => {
  it('are those of the model (else: npm run schemas)', async () => {
    const committed = await readdir(FOLDER);
    expect(committed.sort()).toEqual([...schemaFiles().keys()].sort());
    for (const [name, text] of schemaFiles())
      expect(await readFile(new URL(name, FOLDER), 'utf8')).toBe(text);
  });

  it.each(['document', 'record', 'observation', 'finding'] as const)(
    'take a line of %ss.jsonl',
    async (name) => {
      const validate = await validator(name);
      const line: unknown = JSON.parse(reportFiles(sampleReport('r5', 'r5.txt'))[`${name}s.jsonl`]);
      expect(validate(line), ajv.errorsText(validate.errors)).toBe(true);
      expect(validate({ ...(line as object), surprise: 1 })).toBe(false);
      expect(validate({ ...(line as object), id: 5 })).toBe(false);
    },
  );

  it('take a run.json', async () => {
    const cwd = await tempFolder({ 'a.txt': 'a', 'b.txt': 'bug' });
    const { run } = await runExtraction({ inputs: ['.'], out: 'out', cwd, read: readSample });
    const validate = await validator('run');
    expect(validate(JSON.parse(JSON.stringify(run))), ajv.errorsText(validate.errors)).toBe(true);
  });

  it('have an $id and a title', () => {
    for (const [name, text] of schemaFiles()) {
      const id = `urn:jisseki:schema:${name.split('.')[0]}`;
      expect(JSON.parse(text)).toMatchObject({ $id: id, title: expect.stringContaining('jisseki') });
    }
  });
});
