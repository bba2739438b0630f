import type { Observation } from '../../model/index.ts';
import { lostCompanyMarks } from '../company-marks.ts';
import { damagedCells } from '../damaged-cells.ts';
import { DAMAGE_WORDS, type Damage, damagesOf } from '../damaged-line.ts';
import { leftovers } from '../leftovers.ts';
import { loneBrackets } from '../lone-brackets.ts';
import type { ReportView } from '../report-view.ts';
import type { Found, Rule } from '../rule.ts';

/**
 * Text that was damaged on its way into the file: tags, lost characters, radicals in place of kanji, wrong encodings,
 * historical kana from text recognition, letters and circled digits inside numbers; and slips of writing no sentence holds.
 *
 * A person should look because what is damaged no longer joins, searches or adds up, and a lost character may have been a
 * digit.
 *
 *     子育てしやすいまちだと思ふ市民の割合を80%にする     elsewhere: 思う
 *                          ^
 */
export const textDamage: Rule = {
  slug: 'text-damage',
  title: { ja: '文字の損傷', en: 'Damaged text' },
  subject: 'print',
  needs: { ja: '文字のある報告', en: 'a report with text' },
  severity: 'error',
  check: (view) => {
    const lines = view.text.split('\n');
    const own = Map.groupBy(view.observations, ({ provenance: { line } }) => line);
    const found: Found[] = [];
    const counts = new Map<Damage['kind'], number>();
    const used = new Map<string, boolean>();
    const isModern = (word: string): boolean => {
      if (!used.has(word)) used.set(word, view.text.includes(word));
      return used.get(word)!;
    };
    let page = 1;
    for (const [at, line] of lines.entries()) {
      page += line.split('\f').length - 1;
      const damages = damagesOf(line, isModern);
      for (const [kind, same] of Map.groupBy(damages, (damage) => damage.kind)) {
        const count = (counts.get(kind) ?? 0) + 1;
        counts.set(kind, count);
        if (count <= MOST_OF_A_KIND)
          found.push(lineFound(kind, same, line, own.get(at + 1) ?? [], placeOf(view, page, at)));
      }
    }
    return {
      checked: lines.length,
      found: [
        ...found,
        ...damagedCells(view),
        ...leftovers(view, lines),
        ...loneBrackets(view, lines),
        ...lostCompanyMarks(view),
      ],
    };
  },
};

/** Places told one by one; a report damaged throughout says so often enough by then. */
const MOST_OF_A_KIND = 25;
const LONGEST_QUOTE = 40;

const SEVERITY: { readonly [kind in Damage['kind']]: Found['severity'] } = {
  lost: 'error',
  mojibake: 'error',
  private: 'warning',
  radical: 'warning',
  oldKana: 'warning',
  doubled: 'warning',
  writing: 'warning',
  split: 'info',
};

/** Lines of the text are lines of the source where cells say theirs; in PDF and scans only the page is known. */
function placeOf(view: ReportView, page: number, at: number): NonNullable<Found['place']> {
  const hasLines = view.records.some(({ provenance }) => provenance.line !== null);
  return { page, line: hasLines ? at + 1 : null };
}

function lineFound(
  kind: Damage['kind'],
  damages: readonly Damage[],
  line: string,
  own: readonly Observation[],
  place: NonNullable<Found['place']>,
): Found {
  const { ja, en } = DAMAGE_WORDS[kind];
  const told = [...new Map(damages.map(({ piece, repair }) => [piece, repair]))];
  const pieces = told.map(([piece, repair]) =>
    repair === null ? `「${piece}」` : `「${piece}」→「${repair}」`,
  );
  const at = Math.max(0, line.indexOf(damages[0]!.piece) - LONGEST_QUOTE / 2);
  const quote = line.slice(at, at + LONGEST_QUOTE).trim();
  return {
    severity: SEVERITY[kind],
    confidence: kind === 'doubled' || kind === 'writing' || kind === 'split' ? 0.7 : 0.9,
    message: {
      ja: `${ja}: ${pieces.join('、')}（…${quote}…）`,
      en: `${en}: ${pieces.join(', ')} (…${quote}…).`,
    },
    observations: suspectsIn(own, damages),
    place,
    restsOn: kind === 'doubled' ? 'words' : 'damage',
    evidence: Object.fromEntries(told.map(([piece, repair]) => [piece, repair])),
    compared: [kind, told, quote],
  };
}

/** The cells with the damage in them; where it is in their name, all of the row. */
function suspectsIn(own: readonly Observation[], damages: readonly Damage[]): readonly Observation[] {
  const cells = own.filter(({ raw }) => damages.some(({ piece }) => raw.includes(piece)));
  if (cells.length > 0) return cells;
  return own.filter(({ indicator }) => damages.some(({ piece }) => indicator.includes(piece)));
}
