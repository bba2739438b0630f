import type { ReportView } from './report-view.ts';
import type { Found } from './rule.ts';

/** Plan years of a sheet's indicators against the years its money has columns for. */
export function planColumns({ observations, slips }: ReportView): Found[] {
  const lost = new Map(slips.map(({ recordId, lost: headers }) => [recordId, headers]));
  const blocks = Map.groupBy(
    observations.filter(({ measure }) => measure === 'target' || measure === 'budget'),
    ({ documentId, provenance: { table }, path }) => JSON.stringify([documentId, table, path]),
  );
  return [...blocks.values()].flatMap((block): Found[] => {
    const targets = block.filter(({ measure, timePeriod }) => measure === 'target' && timePeriod !== null);
    const budgets = block.filter(({ measure, timePeriod }) => measure === 'budget' && timePeriod !== null);
    const hidden = targets.flatMap(({ recordId }) => lost.get(recordId) ?? []);
    const years = [
      ...new Set([...targets.map(({ timePeriod }) => timePeriod!.label), ...hidden.map(yearIn)]),
    ];
    const paid = new Set(budgets.map(({ timePeriod }) => timePeriod!.label));
    const unpaid = years.filter((year) => year !== '' && !paid.has(year));
    if (paid.size < 2 || unpaid.length === 0 || years.length <= paid.size) return [];
    const suspect = budgets.at(-1)!;
    return [
      {
        severity: 'warning',
        confidence: 0.75,
        message: {
          ja: `「${suspect.path.at(-2) ?? ''}」の計画は${years.join('・')}ですが、予算額の欄は${paid.size}年分（${[...paid].join('・')}）しかありません`,
          en: `The plan of "${suspect.path.at(-2) ?? ''}" is for ${years.join(', ')}, but there are budgets for ${paid.size} years only (${[...paid].join(', ')}).`,
        },
        observations: [suspect, ...targets.slice(0, 1)],
        evidence: { planYears: years.join('・'), budgetYears: [...paid].join('・') },
        compared: [suspect.path, years, [...paid]],
      },
    ];
  });
}

const yearIn = (header: string): string => /(?:令和|平成|[RH])\s*[\d元]+年?度?/u.exec(header)?.[0] ?? '';

const LEAST_ALIKE = 4;
const MOST_WITHOUT = 0.4;
const TARGET_WORD = /目標|見込|計画|予定|想定/u;

/** Years over targets without the word 目標値 that the same block of the report's other sheets has: the word slipped or is lost. */
export function wordlessYears({ rows }: Pick<ReportView, 'rows'>): Found[] {
  const dated = rows.flatMap((row) => {
    const cells = row.targets.filter(({ timePeriod }) => timePeriod !== null);
    const isPlan = cells.length > 1 && row.actuals.length === 0;
    return isPlan
      ? [{ row, cells, isTold: cells.some(({ provenance }) => TARGET_WORD.test(provenance.headers.join())) }]
      : [];
  });
  const without = dated.filter(({ isTold }) => !isTold);
  if (dated.length < LEAST_ALIKE || without.length > dated.length * MOST_WITHOUT) return [];
  const tables = Map.groupBy(without, ({ cells }) => `${cells[0]!.documentId} ${cells[0]!.provenance.table}`);
  return [...tables.values()].map((group): Found => {
    const cells = group.flatMap((each) => each.cells);
    const headers = [...new Set(group[0]!.cells.map(({ provenance }) => provenance.headers[0] ?? ''))].join(
      '・',
    );
    return {
      severity: 'warning',
      confidence: 0.5,
      message: {
        ja: `見出しが年度だけで、何の値か書かれていません: ${headers}（ほかの票では目標値）`,
        en: `The headers name only years, not what stands under them: ${headers} (targets on the other sheets).`,
      },
      observations: cells,
      evidence: { headers, told: dated.length - without.length, sheets: dated.length },
      compared: [group.map(({ row }) => row.indicator), headers],
    };
  });
}
