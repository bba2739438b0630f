import { readFileSync } from 'node:fs';

/** The version of jisseki, from its package.json. */
export function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const value: unknown = JSON.parse(text);
  if (value !== null && typeof value === 'object' && 'version' in value) return String(value.version);
  throw new Error('Expected `version` in package.json');
}
