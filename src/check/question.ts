import type { Finding } from '../model/index.ts';
import { likelierOf } from './likelier.ts';
import { placingOf } from './placing.ts';
import type { ReportView } from './report-view.ts';
import type { RestsOn } from './rule.ts';

/**
 * The findings with what is likelier wrong, the report or the reading: asked once of all, when they have been merged.
 * Linear in observations.
 *
 * @param rests what findings rest on, by fingerprint
 */
export function withLikelier(
  findings: readonly Finding[],
  rests: ReadonlyMap<string, RestsOn>,
  views: readonly ReportView[],
): Finding[] {
  if (findings.length === 0) return [];
  const placing = placingOf(views);
  const viewOf = new Map(views.map((view) => [view.document.id, view]));
  return findings.map((finding) => {
    const { severity, suggestion, fingerprint, documentIds, observationIds } = finding;
    const own = documentIds.flatMap((id) => viewOf.get(id) ?? []);
    const observations = observationIds.flatMap(
      (id) => own.find(({ byId }) => byId.has(id))?.byId.get(id) ?? [],
    );
    const source = (observations[0] ?? own[0]?.records[0])?.provenance.source ?? 'text';
    const restsOn = rests.get(fingerprint) ?? 'cells';
    const likelier = likelierOf({ severity, suggestion, observations, restsOn, source }, placing);
    return { ...finding, likelier };
  });
}
