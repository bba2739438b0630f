import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The sources, or what was built of them. */
const PROGRAM = fileURLToPath(new URL('../..', import.meta.url));
const PACKAGE = fileURLToPath(new URL('../../../package.json', import.meta.url));

/** What each stage that is kept is made by: rooms and files of the program. */
const MADE_BY = {
  pages: ['model', 'normalize', 'ingest', 'layout'],
  reading: ['model', 'normalize', 'ingest', 'layout', 'outline', 'interpret', 'vocabulary', 'pipeline'],
  findings: ['check'],
  written: ['emit', 'run', 'verdict'],
} as const;

export type Stage = keyof typeof MADE_BY;
export const STAGES = Object.keys(MADE_BY) as readonly Stage[];

export type StageVersions = { readonly [stage in Stage]: string };

/**
 * A version for each stage that changes with any byte of the code and data it is made by, with the packages it uses and
 * with Node's own major version: nobody has to remember to count one up. Findings change with the reading they rest on, what
 * is written with the findings.
 */
export function stageVersions(): StageVersions {
  const rooms = new Map<string, string>();
  const versionOf = (room: string): string => {
    const known = rooms.get(room);
    if (known !== undefined) return known;
    const hash = createHash('sha256');
    for (const file of filesOf(room))
      hash.update(file.slice(PROGRAM.length)).update('\0').update(readFileSync(file));
    const version = hash.digest('hex');
    rooms.set(room, version);
    return version;
  };
  const packages = readFileSync(PACKAGE, 'utf8');
  const [node = ''] = process.versions.node.split('.');
  const ofRooms = (names: readonly string[], ...others: readonly string[]): string =>
    createHash('sha256')
      .update(JSON.stringify([names.map(versionOf), packages, node, ...others]))
      .digest('hex');
  const reading = ofRooms(MADE_BY.reading);
  const findings = ofRooms(MADE_BY.findings, reading);
  return { pages: ofRooms(MADE_BY.pages), reading, findings, written: ofRooms(MADE_BY.written, findings) };
}

/** The files of a folder of the program, or the one file of that name, in an order of their names. */
function filesOf(room: string): string[] {
  const folder = join(PROGRAM, room);
  const single = readdirSync(PROGRAM).filter((name) => name === `${room}.ts` || name === `${room}.js`);
  if (single.length > 0) return single.map((name) => join(PROGRAM, name));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:d\.ts|map)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a.split(sep).join('/') < b.split(sep).join('/') ? -1 : 1));
}
