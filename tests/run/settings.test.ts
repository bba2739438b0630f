import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from '../../src/run/settings.ts';
import { tempFolder } from './temp-folder.ts';

const WORDS = { measures: { actual: ['到達値'] } };

describe('settings', () => {
  it('are none where there is no file', async () => {
    expect(await readSettings({ cwd: await tempFolder() })).toEqual({});
  });

  it('come from jisseki.config.json of the folder, with or without a byte order mark', async () => {
    const settings = { vocabulary: WORDS, jobs: 2 };
    for (const mark of ['', '\uFEFF']) {
      const cwd = await tempFolder({ 'jisseki.config.json': mark + JSON.stringify(settings) });
      expect(await readSettings({ cwd })).toEqual(settings);
    }
  });

  it('come from the named file instead', async () => {
    const cwd = await tempFolder({ 'jisseki.config.json': '{"jobs": 2}', 'other.json': '{"jobs": 3}' });
    expect(await readSettings({ cwd, config: 'other.json' })).toEqual({ jobs: 3 });
  });

  it('take the named vocabulary in place of their own', async () => {
    const cwd = await tempFolder({
      'jisseki.config.json': '{"jobs": 2, "vocabulary": {"statuses": ["検討中"]}}',
      'words.json': JSON.stringify(WORDS),
    });
    expect(await readSettings({ cwd, vocabulary: 'words.json' })).toEqual({ jobs: 2, vocabulary: WORDS });
  });
});

describe('settings that cannot be used are one line', () => {
  it.each([
    [
      '{"job": 2}',
      /^jisseki\.config\.json: not as expected: Unrecognized key: "job" \(known: vocabulary, jobs, workers, password, limits\)$/,
    ],
    ['{"limits": {"pages": 1}}', /limits: .*"pages" \(known: megabytes, pageSeconds, documentSeconds\)$/],
    ['{"jobs": 0}', /^jisseki\.config\.json: not as expected: jobs: /],
    ['{"vocabulary": {"measure": {}}}', /vocabulary: Unrecognized key: "measure" \(known: measures, roles, /],
    ['{"vocabulary": {"measures": {"actual": "到達値"}}}', /vocabulary\.measures\.actual: .*expected array/],
    ['{"jobs": 2', /^jisseki\.config\.json: is not JSON: /],
    ['[]', /expected object/],
  ])('%s', async (text, message) => {
    const cwd = await tempFolder({ 'jisseki.config.json': text });
    const error = await readSettings({ cwd }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(SettingsError);
    expect((error as SettingsError).text.en).toMatch(message);
    expect((error as SettingsError).text.en).not.toContain('\n');
  });

  it('also where a named file is missing', async () => {
    const cwd = await tempFolder();
    await expect(readSettings({ cwd, config: 'no.json' })).rejects.toThrow(
      /^no\.json: cannot be read \(ENOENT\)$/,
    );
    await expect(readSettings({ cwd, vocabulary: 'no.json' })).rejects.toThrow(/cannot be read/);
  });
});
