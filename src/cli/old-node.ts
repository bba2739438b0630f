/** As `engines` of package.json says: type stripping, zlib and stream features that are used came with it. */
const OLDEST = [22, 13] as const;

/** Says in one line, in both languages, that this Node is too old; whether it is. */
export function tellOldNode(version: string, say: (line: string) => unknown): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return false;
  const oldest = OLDEST.join('.');
  say(
    `jisseki: Node ${oldest} 以上が必要です（いまは ${version}）。https://nodejs.org から新しい版を入れてください / ` +
      `needs Node ${oldest} or newer, this is ${version}; get a newer one from https://nodejs.org\n`,
  );
  return true;
}
