import { existsSync, readdirSync, readFileSync } from 'node:fs';

const REAL = '../shared/reports';

export interface BenchReport {
  readonly path: string;
  readonly bytes: Buffer;
}

/** The reports a bench runs over: the real ones beside the checkout, else the fixtures. */
export function benchReports(): BenchReport[] {
  const paths = existsSync(REAL)
    ? readdirSync(REAL)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => `${REAL}/${name}`)
    : readdirSync('fixtures')
        .filter((name) => name !== 'pdf')
        .map((name) => `fixtures/${name}/report.txt`);
  return paths.toSorted().map((path) => ({ path, bytes: readFileSync(path) }));
}
