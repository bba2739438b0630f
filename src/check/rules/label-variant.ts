import { headingLines } from '../heading-lines.ts';
import { differenceOf, LONGEST_LABEL, likelyPairs } from '../likeness.ts';
import { nameSlips } from '../name-slips.ts';
import { type Rows, type Variant, variantOf } from '../name-variant.ts';
import { type Name, nameKey, namesOf } from '../names.ts';
import type { ReportView } from '../report-view.ts';
import type { Found, Rule } from '../rule.ts';

/**
 * One goal or indicator under two spellings, or renamed between tables; a name one place of the text spells otherwise.
 *
 * A person should look because a slip in a heading is printed on every page, and because a program that joins tables by
 * name loses the row. Things that are told apart by the characters in which they differ (転入者数, 転出者数) stay silent.
 *
 *     基本目標1 稼ぐ地域をつくとともに、安心して働けるようにする
 *     基本目標1 稼ぐ地域をつくるとともに、安心して働けるようにする
 *                            ^
 */
export const labelVariant: Rule = {
  slug: 'label-variant',
  title: { ja: '名称の揺れ', en: 'One name, two spellings' },
  subject: 'print',
  needs: { ja: '二つ以上の見出しか指標', en: 'two headings or indicators' },
  severity: 'warning',
  check: (view) => {
    const names = namesOf(view).filter(
      ({ key }) => key.length >= SHORTEST_NAME && key.length <= LONGEST_LABEL,
    );
    const rows = Map.groupBy(view.rows, ({ indicator }) => nameKey(indicator));
    const headings = names.filter(({ role }) => role === 'heading');
    const known = new Set(headings.map(({ key }) => key));
    const listed = names.filter(({ role, key }) => role === 'listed' && !known.has(key));
    const indicators = names.filter(({ role }) => role === 'indicator');
    const variants = [[...headings, ...listed], indicators].flatMap((own) => variantsAmong(own, rows, view));
    return {
      checked: names.length > 1 ? names.length : 0,
      found: [...variants.map((pair) => foundOf(pair, view)), ...nameSlips(view)],
    };
  },
};

interface Pair {
  readonly few: Name;
  readonly many: Name;
  readonly variant: Variant;
}

/** Each name beside the most frequent name it is a variant of: one finding a spelling, not one a pair. */
function variantsAmong(names: readonly Name[], rows: Rows, view: ReportView): Pair[] {
  const best = new Map<Name, Pair>();
  for (const [a, b] of likelyPairs(names, ({ key, number }) => `${key} ${number}`)) {
    const variant = variantOf(a, b, rows, view);
    if (variant === null) continue;
    const [few, many] = a.role === 'listed' || (b.role !== 'listed' && a.count <= b.count) ? [a, b] : [b, a];
    if ((best.get(few)?.many.count ?? 0) < many.count) best.set(few, { few, many, variant });
  }
  return [...best.values()];
}

const SHORTEST_NAME = 6;
const LINES_TOLD = 12;

/** The heading's own line; where it is not found, that of the first cell under it. */
function placeOf({ role, observations, place }: Name, line: number | undefined): NonNullable<Found['place']> {
  const first = observations[0]?.provenance ?? place;
  return role === 'heading' && line !== undefined ? { page: first.page, line } : first;
}

/** 「くまりば」利用件数 for 総合交流館「くまりば」利用件数: the one says the end of the other. */
function isShortForm(a: Name, b: Name): boolean {
  return a.key.endsWith(b.key) || b.key.endsWith(a.key);
}

const WHY: { readonly [variant in Variant]: readonly [string, string] } = {
  kana: ['二通りに書かれています', 'is spelled in two ways'],
  sameNumber: ['同じ番号で二通りに書かれています', 'has two wordings under one number'],
  sameFigures: ['同じ数値で別の名称になっています', 'has another name beside the same figures'],
};

function foundOf({ few, many, variant }: Pair, view: ReportView): Found {
  const { onlyInFirst, onlyInSecond } = differenceOf(few.key, many.key);
  const [ja, en] = WHY[variant];
  const [own, others] = [few, many].map(({ printed }) => headingLines(view, [printed]).slice(0, LINES_TOLD));
  const kind = few.role !== 'indicator' ? ['見出し', 'heading'] : ['指標', 'indicator'];
  return {
    severity: isShortForm(few, many) ? 'info' : 'warning',
    confidence: variant === 'kana' ? 0.8 : 0.65,
    message: {
      ja: `一つの${kind[0]}が${ja}: 「${few.printed}」（${few.count}か所）と「${many.printed}」（${many.count}か所）。違い: 「${onlyInFirst}」/「${onlyInSecond}」`,
      en: `One ${kind[1]} ${en}: "${few.printed}" (${few.count}) and "${many.printed}" (${many.count}). Difference: "${onlyInFirst}" / "${onlyInSecond}".`,
    },
    observations: [...few.observations, ...many.observations],
    place: placeOf(few, own![0]),
    restsOn: 'words',
    evidence: {
      [few.printed]: few.count,
      [many.printed]: many.count,
      ...(own!.length > 0 && others!.length > 0
        ? { lines: own!.join(' '), linesElsewhere: others!.join(' ') }
        : {}),
    },
    compared: [few.printed, many.printed],
  };
}
