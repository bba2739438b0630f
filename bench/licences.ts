import { execFileSync } from 'node:child_process';

/** The licence of every package that jisseki installs at its users: `npm run licences`. */
interface Installed {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

const found = execFileSync('npm', ['query', '.prod:not(:root), :root > .prod'], {
  encoding: 'utf8',
  maxBuffer: 2 ** 27,
});
const packages = new Map(
  (JSON.parse(found) as Installed[]).map((each) => [
    `${each.name}@${each.version}`,
    each.license ?? 'not stated',
  ]),
);
for (const [name, licence] of [...packages].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`${licence}\t${name}`);
