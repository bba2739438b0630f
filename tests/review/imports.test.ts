import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** The rooms of src that others may not look into: who imports whom runs one way (cli → run, review → emit, check → …). */
const FORBIDDEN: { readonly [room: string]: readonly string[] } = {
  review: ['run', 'cli', 'pipeline.ts'],
  verdict: ['run', 'review', 'cli', 'emit', 'check', 'pipeline.ts'],
  emit: ['run', 'review', 'cli', 'pipeline.ts'],
  run: ['review', 'cli'],
};

it.each(Object.entries(FORBIDDEN))('%s imports nothing above it', (room, forbidden) => {
  const files = readdirSync(join('src', room), { recursive: true, encoding: 'utf8' });
  const imports = files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join('src', room, file), 'utf8');
      return [...text.matchAll(/(?:from|import\()\s*'((?:\.\.\/)+)([^'/]+)/g)]
        .filter(([, up]) => up!.split('/').length - 1 === file.split('/').length)
        .map(([, , target]) => `${file} → ${target}`);
    });
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter((each) => forbidden.some((name) => each.endsWith(`→ ${name}`)))).toEqual([]);
});
