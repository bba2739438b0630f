import { pathToFileURL } from 'node:url';
import type { Document, Finding, Observation } from '../model/index.ts';

/** What SARIF says of a rule. */
export interface SarifRule {
  readonly slug: string;
  readonly title: { readonly ja: string; readonly en: string };
  readonly needs: { readonly ja: string; readonly en: string };
  readonly severity: Finding['severity'];
}

type Language = 'ja' | 'en';
type Json = { readonly [key: string]: unknown };

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Name of the fingerprint: what was compared. A second way of making one would get another name. */
const FINGERPRINT = 'compared/v1';

/** What people decided, as a viewer shows it: a finding called fine is not shown as open. */
const SUPPRESSED: { readonly [verdict: string]: string } = { fine: 'accepted', unsure: 'underReview' };

/**
 * The beginning of a SARIF 2.1.0 log (OASIS, sarif-v2.1.0), up to where its results stand, so that a log of any length
 * can be written as it is made. Places are code points of the decoded text, as everywhere in jisseki.
 */
export function sarifHead(rules: readonly SarifRule[], version: string, language: Language): string {
  const driver = {
    name: 'jisseki',
    version,
    language,
    rules: rules.map(({ slug, title, needs, severity }) => ({
      id: slug,
      shortDescription: { text: title[language] },
      fullDescription: { text: `${title[language]} (${needs[language]})` },
      defaultConfiguration: { level: LEVELS[severity] },
    })),
  };
  const run = JSON.stringify({ tool: { driver }, columnKind: 'unicodeCodePoints' }).slice(0, -1);
  return `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[${run},"results":[`;
}

/** The end of the log, behind its results: the reports they are about, and whether all could be checked. */
export function sarifTail(documents: Iterable<Document>, executionSuccessful: boolean): string {
  const artifacts = [...documents].map(({ source: { path, bytes, sha256 } }) => ({
    location: { uri: uriOf(path) },
    length: bytes,
    hashes: { 'sha-256': sha256 },
  }));
  const rest = JSON.stringify({ artifacts, invocations: [{ executionSuccessful }] });
  return `],${rest.slice(1)}]}`;
}

/** What a result may refer to: at least what its finding is about. */
export interface SarifContext {
  readonly rules: readonly SarifRule[];
  readonly documents: ReadonlyMap<string, Document>;
  readonly observations: ReadonlyMap<string, Observation>;
  readonly language: Language;
}

/** One finding as a SARIF result: at its suspect, related to what it was compared with. */
export function sarifResult(finding: Finding, context: SarifContext): Json {
  const { rule, severity, message, confidence, evidence, suggestion, verdict, line, page } = finding;
  const likelier = finding.likelier ?? null;
  const { rules, documents, observations, language } = context;
  const [suspect, ...compared] = finding.observationIds.flatMap((id) => observations.get(id) ?? []);
  const ruleIndex = rules.findIndex(({ slug }) => slug === rule);
  const status = verdict === null ? undefined : SUPPRESSED[verdict];
  return {
    ruleId: rule,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: LEVELS[severity],
    message: {
      text: [message, ...(likelier === null ? [] : [likelier.message])]
        .map((said) => said[language])
        .join(' '),
    },
    locations: [
      suspect === undefined
        ? placed(documents.get(finding.documentIds[0]!), line === null ? {} : { startLine: line })
        : placeOf(suspect, documents),
    ],
    relatedLocations: compared.map((observation, id) => ({
      id,
      ...placeOf(observation, documents),
      message: { text: observation.raw },
    })),
    fingerprints: { [FINGERPRINT]: finding.fingerprint },
    rank: Math.round(confidence * 1000) / 10,
    ...(status !== undefined && { suppressions: [{ kind: 'external', status }] }),
    properties: { id: finding.id, page, evidence, suggestion, likelier: likelier?.wrong ?? null, verdict },
  };
}

function placeOf(observation: Observation, documents: SarifContext['documents']): Json {
  const { documentId, path, indicator, provenance } = observation;
  const { line, start, end } = provenance;
  const region = { ...(line !== null && { startLine: line }), charOffset: start, charLength: end - start };
  const names = [...path, indicator].filter((name) => name !== '');
  return {
    ...placed(documents.get(documentId), region),
    logicalLocations: [{ name: indicator, fullyQualifiedName: [documentId, ...names].join(' / ') }],
  };
}

function placed(document: Document | undefined, region: Json): Json {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(document?.source.path ?? '') },
      ...(Object.keys(region).length > 0 && { region }),
    },
  };
}

/** A relative path stays relative to where the viewer looks from; an absolute one becomes a file URI. */
function uriOf(path: string): string {
  if (path.startsWith('/')) return pathToFileURL(path).href;
  return path.split('/').map(encodeURIComponent).join('/');
}
