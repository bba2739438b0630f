import { unitMissing } from './agreement.ts';
import type { Conflict } from './conflicts.ts';
import { inBoth } from './in-both.ts';
import words from './measure-words.json' with { type: 'json' };
import type { Found } from './rule.ts';
import type { Claim } from './same-things.ts';

/** One finding for all periods in which the same rows disagree. */
export function conflictFound(conflicts: readonly Conflict[], agreements: number): Found {
  const { measure, how, groups } = conflicts[0]!;
  const [most] = groups;
  const first = most![0]!;
  const isExplained = conflicts.every(({ groups: all }) => noteExplains(all.flat()));
  const suspects = conflicts.flatMap((conflict) => conflict.groups.slice(1).flat());
  const others = conflicts.flatMap((conflict) => conflict.groups[0] ?? []);
  const name = first.row.indicator;
  const [ja, en] = words[measure];
  const tell = (printed: (group: readonly Claim[]) => string): string[] =>
    conflicts.map(({ label, groups: all }) => `${label} ${all.map(printed).join(' / ')}`.trimStart());
  const told = tell(printedJa);
  const bare = [...suspects, ...others].find(({ observation }) => observation.unit === null);
  const power = bare === undefined ? null : powerOf(bare, [...suspects, ...others]);
  const summed = how === 'different' && isRunningTotal(conflicts) ? '（一方は累計のようです）' : '';
  const summedEn = summed === '' ? '' : ' One of them looks like a running total.';
  const ends = {
    different: ['違う値が書かれています', 'is told with different values'],
    zeroAgainstMissing: ['一方は0、一方は値なしです', 'is nought in one place and missing in the other'],
    unitMissing: ['一方に単位がなく、桁がそろいません', 'lacks its unit in one place'],
  }[how];
  return {
    severity: isExplained ? 'info' : 'warning',
    confidence: how !== 'different' ? 0.6 : agreements > 0 ? 0.85 : 0.7,
    message: {
      ja: `「${name}」の${ja}に${ends[0]}: ${told.join('、')}${summed}`,
      en: `The ${en} of "${name}" ${ends[1]}: ${tell(printedEn).join(', ')}.${summedEn}`,
    },
    observations: [...suspects, ...others].map(({ observation }) => observation),
    evidence: Object.fromEntries(
      conflicts.flatMap(({ label, groups: all }) =>
        all.map((group, i) => [
          [measure, label, ...(i === 0 ? [] : [`(${i + 1})`])].filter((word) => word !== '').join(' '),
          group[0]!.observation.raw,
        ]),
      ),
    ),
    suggestion:
      how === 'unitMissing' && bare !== undefined && power !== null
        ? {
            observationId: bare.observation.id,
            field: 'value',
            from: bare.observation.value,
            to: (bare.observation.value ?? 0) * 10 ** power,
            explains: inBoth({
              ja: `${first.observation.raw.trim()} と一致します`,
              en: `it agrees with ${first.observation.raw.trim()}`,
            }),
          }
        : null,
    compared: [name, measure, how, told],
  };
}

function powerOf(bare: Claim, claims: readonly Claim[]): number | null {
  const told = claims.find(({ observation, period }) => observation.unit !== null && period === bare.period);
  return told === undefined ? null : unitMissing(bare.observation, told.observation);
}

const rawOf = (group: readonly Claim[]): string => group[0]!.observation.raw.trim();

const printedJa = (group: readonly Claim[]): string =>
  group.length > 1 ? `${rawOf(group)}（${group.length}か所）` : rawOf(group);

const printedEn = (group: readonly Claim[]): string =>
  group.length > 1 ? `${rawOf(group)} (in ${group.length} places)` : rawOf(group);

/** Whether the results of one row, added up over the years, are the results of the other. */
function isRunningTotal(conflicts: readonly Conflict[]): boolean {
  const rows = [...new Set(conflicts.flatMap(({ groups }) => groups.flat().map(({ row }) => row)))];
  if (rows.length !== 2 || conflicts[0]!.measure !== 'actual') return false;
  const [a, b] = rows.map((row) => row.actuals.map(({ value }) => value ?? Number.NaN));
  return isTotalOf(a!, b!) || isTotalOf(b!, a!);
}

function isTotalOf(totals: readonly number[], values: readonly number[]): boolean {
  let sum = 0;
  return (
    values.length > 1 &&
    values.length === totals.length &&
    values.every((value, i) => {
      sum += value;
      return sum === totals[i];
    })
  );
}

/** 14件 2件は同一業社 beside 12者: the note says where the difference comes from. */
function noteExplains(claims: readonly Claim[]): boolean {
  const [a, ...others] = claims;
  return others.some(({ observation: b }) => {
    const difference = Math.abs((a!.observation.value ?? 0) - (b.value ?? 0));
    const notes = `${a!.observation.note ?? ''} ${b.note ?? ''}`.normalize('NFKC');
    return (notes.match(/\d+(?:\.\d+)?/gu) ?? []).some((number) => Number(number) === difference);
  });
}
