import type { Finding } from '../../model/index.ts';
import { inBoth } from '../in-both.ts';
import type { ReportView } from '../report-view.ts';
import type { Bilingual, Found } from '../rule.ts';
import { type Believed, type Cell, cellsOf, residual, slack } from './equation.ts';
import type { Diagnosis } from './localise.ts';
import { arithmetic, BRACKETED, printed } from './print.ts';
import type { Slip } from './repairs.ts';

/** Share and number of agreeing equations from which a breach cannot be anything but a slip. */
const SURE_SHARE = 0.7;
const SURE_NUMBER = 3;
const MOST_EQUATIONS_TOLD = 3;

const SLIPS: { readonly [slip in Slip]: Bilingual } = {
  sign: { ja: '符号が逆なら合います', en: 'the opposite sign would agree' },
  power: { ja: '桁のずれなら合います', en: 'a shift by powers of ten would agree' },
  transposed: {
    ja: '隣り合う数字の入れ替わりなら合います',
    en: 'two digits in each other’s place would agree',
  },
  doubled: { ja: '数字の重複なら合います', en: 'a digit typed twice would agree' },
  lost: { ja: '数字の脱落なら合います', en: 'a lost digit would agree' },
  changed: { ja: '1字の誤りなら合います', en: 'one wrong digit would agree' },
};

/** Words for a diagnosis: its equations in a line each, the repair, and the figures by name. */
export function describe(diagnosis: Diagnosis, view: ReportView): Found {
  const { suspect, swappedWith, equations, slip } = diagnosis;
  const wanted = diagnosis.wanted ?? derived(diagnosis);
  const tell = (bracketed: string): string[] =>
    equations.slice(0, MOST_EQUATIONS_TOLD).map((equation) => arithmetic(equation, view, bracketed));
  const told = tell(BRACKETED.ja);
  const to = wanted === null ? null : printed(suspect, wanted);
  const repair = repairWords(diagnosis, to);
  const cells = [
    ...new Map(
      [suspect, ...(swappedWith === null ? [] : [swappedWith]), ...equations.flatMap(cellsOf)].map((cell) => [
        cell.key,
        cell,
      ]),
    ).values(),
  ];
  const first = equations[0]!;
  return {
    severity: severityOf(equations),
    confidence: confidenceOf(diagnosis),
    message: {
      ja: `${told.join('。')}。${repair.ja}`,
      en: `${tell(BRACKETED.en).join('; ')}. ${repair.en}`,
    },
    observations: [...new Set(cells.map(({ observation }) => observation))],
    evidence: {
      suspect: suspect.raw,
      ...(to === null ? {} : { wouldAgree: to }),
      ...Object.fromEntries(tell(BRACKETED.figures).map((line, index) => [`equation${index + 1}`, line])),
      ...(slip === null ? {} : { slip }),
      agreeElsewhere: `${first.holds}/${first.of}`,
    },
    suggestion: suggestionOf({ ...diagnosis, wanted }),
    compared: [...equations.map(({ says }) => says.ja), ...told],
  };
}

function severityOf(equations: readonly Believed[]): Found['severity'] {
  const isSure = equations.some(
    (equation) =>
      equation.rule !== 'additive-relation' &&
      equation.of >= SURE_NUMBER &&
      equation.holds >= equation.of * SURE_SHARE &&
      Math.abs(residual(equation)) > slack(equation, false),
  );
  return isSure ? 'error' : 'warning';
}

function confidenceOf({ equations, wanted }: Diagnosis): number {
  const first = equations[0]!;
  const agreeing = first.of === 0 ? 0 : first.holds / first.of;
  const base = first.rule === 'additive-relation' ? 0.55 : 0.6;
  return (
    Math.round(
      Math.min(0.99, base + 0.25 * agreeing + (wanted === null ? 0 : 0.08) + 0.03 * (equations.length - 1)) *
        100,
    ) / 100
  );
}

function repairWords(
  { suspect, swappedWith, wanted, slip, equations }: Diagnosis,
  to: string | null,
): Bilingual {
  if (swappedWith !== null)
    return {
      ja: `${suspect.raw}と${swappedWith.raw}を入れ替えるとどちらも合います。`,
      en: `Exchanging ${suspect.raw} and ${swappedWith.raw} mends both.`,
    };
  if (wanted !== null && slip !== null)
    return {
      ja: `${suspect.raw}が${to}なら、${SLIPS[slip].ja}。`,
      en: `With ${to} for ${suspect.raw}: ${SLIPS[slip].en}.`,
    };
  if (wanted !== null)
    return {
      ja: `${suspect.raw}が${to}なら${equations.length}つの計算がすべて合います。`,
      en: `With ${to} for ${suspect.raw} all ${equations.length} sums agree.`,
    };
  const [{ holds, of } = { holds: 0, of: 0 }] = equations;
  const left = leftOut(equations);
  if (left !== null)
    return {
      ja: `${left.raw}の行が抜けているなら合います（他の${holds}年度は一致）。`,
      en: `It agrees with the row of ${left.raw} left out (${holds} other years agree).`,
    };
  return { ja: `同じ計算は${of}件中${holds}件で合います。`, en: `The same holds in ${holds} of ${of}.` };
}

/** A number in brackets is worked out from the two beside it, so what it should be is known. */
function derived({ suspect, equations }: Diagnosis): number | null {
  const [equation] = equations;
  const isWorkedOut =
    equation?.rule === 'delta-level' && suspect.part !== null && equation.result.key === suspect.key;
  return isWorkedOut ? suspect.value - residual(equation) : null;
}

/** The row whose value is what a sum lacks: it was left out. */
function leftOut(equations: readonly Believed[]): Cell | null {
  const [equation] = equations;
  if (equation?.rule !== 'additive-relation') return null;
  const lacking = -residual(equation);
  return equation.terms.find(({ cell }) => cell.value !== 0 && cell.value === lacking)?.cell ?? null;
}

function suggestionOf({ suspect, swappedWith, equations, wanted }: Diagnosis): Finding['suggestion'] {
  if (wanted === null) return null;
  const { ja, en } = equations[0]!.says;
  const explains = inBoth(
    swappedWith === null ? { ja, en } : { ja: `${ja}（入れ替え）`, en: `${en} (exchanged)` },
  );
  const { observation, part } = suspect;
  if (part === null)
    return { observationId: observation.id, field: 'value', from: observation.value, to: wanted, explains };
  const to = observation.raw.replace(
    suspect.raw,
    suspect.raw.replace(/[\d,]+(?:\.\d+)?/u, printed(suspect, Math.abs(wanted))),
  );
  return { observationId: observation.id, field: 'raw', from: observation.raw, to, explains };
}
