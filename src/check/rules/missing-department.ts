import type { Observation, Record } from '../../model/index.ts';
import type { ReportView } from '../report-view.ts';
import type { Found, Rule } from '../rule.ts';

/**
 * A row or sheet without a department where nearly all others name theirs.
 *
 * A person should look because nobody answers for the row, or because its cells have slipped and the name is lost.
 *
 *     取組内容 | KPI      | R4実績 | R5実績 | 評価・課題 | 担当課
 *     …        | 助成件数 | 2件    | 0件    | 1件        | 地域における活動を支援する。
 *                                                        ^ no department
 */
export const missingDepartment: Rule = {
  slug: 'missing-department',
  title: { ja: '担当課の欠け', en: 'A missing department' },
  subject: 'print',
  needs: { ja: '担当課の欄のある表か票', en: 'rows or sheets that name departments' },
  severity: 'warning',
  check: (view) => {
    const first = firstObservations(view);
    const departments = (record: Record): readonly string[] =>
      'departments' in record ? record.departments : (first.get(record.id)?.departments ?? []);
    const groups = Map.groupBy(view.records, ({ type, path }) =>
      type === 'activity' || type === 'sheet' ? type : `${type} ${path.at(-1) ?? ''}`,
    );
    let checked = 0;
    const found: Found[] = [];
    for (const group of groups.values()) {
      const own = group.filter(({ type }) => type !== 'narrative' && type !== 'statistics');
      const named = own.filter((record) => departments(record).length > 0);
      if (named.length < LEAST_NAMED || named.length < own.length * LEAST_SHARE) continue;
      checked += own.length;
      for (const record of own) {
        if (departments(record).length === 0)
          found.push(foundOf(record, first.get(record.id), named.length, own.length));
      }
    }
    return { checked, found };
  },
};

const LEAST_NAMED = 3;
/** Share of rows that must name a department before one that does not is an oversight. */
const LEAST_SHARE = 0.75;

function firstObservations({ observations }: ReportView): Map<string, Observation> {
  const first = new Map<string, Observation>();
  for (const observation of observations) {
    if (!first.has(observation.recordId)) first.set(observation.recordId, observation);
  }
  return first;
}

function foundOf(record: Record, observation: Observation | undefined, named: number, all: number): Found {
  const name = record.type === 'activity' ? record.activity : record.name;
  return {
    severity: 'warning',
    confidence: 0.7,
    message: {
      ja: `「${name}」に担当課がありません（ほかは${all}件中${named}件に記載）`,
      en: `"${name}" names no department (${named} of ${all} do).`,
    },
    observations: record.type === 'sheet' || observation === undefined ? [] : [observation],
    recordIds: [record.id],
    place: record.type === 'sheet' ? record.provenance : (observation?.provenance ?? record.provenance),
    evidence: { named, all },
    compared: [name],
  };
}
