import { homedir, platform } from 'node:os';
import { join } from 'node:path';

/** Names the cache's folder; empty: nothing is kept. */
export const CACHE_VARIABLE = 'JISSEKI_CACHE';

/**
 * Where a person's programs keep what they can make again: XDG_CACHE_HOME or ~/.cache (XDG Base Directory), on macOS
 * ~/Library/Caches, on Windows LOCALAPPDATA. Null where the environment names no such place.
 */
export function cacheFolder(env: { readonly [name: string]: string | undefined }): string | null {
  const named = env[CACHE_VARIABLE];
  if (named !== undefined) return named === '' ? null : named;
  const parent = parentOf(env);
  return parent === null ? null : join(parent, 'jisseki');
}

function parentOf(env: { readonly [name: string]: string | undefined }): string | null {
  if (env.XDG_CACHE_HOME) return env.XDG_CACHE_HOME;
  if (platform() === 'win32') return env.LOCALAPPDATA ?? null;
  // an environment without a home (a service, a test) keeps nothing
  if (!env.HOME) return null;
  return platform() === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(env.HOME, '.cache');
}
