import type { Incident, IncidentExplanation } from '@faultline/contracts/console';
import type { StoreName } from '@faultline/topology';
import { findIncident } from '../views/incidents';
import { changeClaims, nothingClaim, sinceClaim, spreadClaim } from './claims';
import { differenceClaims } from './difference';
import { type ExplanationSources, evidenceOf } from './evidence';
import { linkTo } from './links';
import { lockClaims } from './locks';
import { messageClaims } from './messages';
import { periodOf } from './period';
import { suspectsOf } from './suspects';

/** How many lines a page shows of it at most, suspects and claims. */
const mostLines = 8;

type Asked = readonly [
  sources: ExplanationSources,
  storeUrl: (store: StoreName) => string | undefined,
  id: number,
];

/** Those that are computed now: who asks meanwhile gets the same. */
const running = new WeakMap<ExplanationSources, Map<number, Promise<IncidentExplanation>>>();

/**
 * What telemetry says about an incident, in words. It reads a bounded number of spans of its first minutes, so that it is the
 * same whenever it is asked after them; of an incident that was resolved, it is kept. Rejects with an `unknown-incident`.
 */
export const explanation = (...asked: Asked): Promise<IncidentExplanation> => {
  const [sources, , id] = asked;
  const ofSources = running.get(sources) ?? new Map<number, Promise<IncidentExplanation>>();
  running.set(sources, ofSources);
  const known = ofSources.get(id) ?? explained(...asked).finally(() => ofSources.delete(id));
  ofSources.set(id, known);
  return known;
};

/** Of another installation of the shop there is no telemetry here. */
const elsewhere = (incident: Incident, installation: string): IncidentExplanation => {
  const { during } = periodOf(incident, Date.now());
  const words = `It is about the installation ${installation}, of which this console has no telemetry.`;
  return {
    ...{ incident: incident.id, ...during, suspects: [] },
    claims: [{ kind: 'nothing', words, link: linkTo.overview(during) }],
  };
};

const explained = async (...[sources, storeUrl, id]: Asked): Promise<IncidentExplanation> => {
  const incident = findIncident(sources, id);
  const kept = sources.incidents.findingsOf(id);
  if (kept) return kept.explanation;
  if (incident.installation !== undefined) return elsewhere(incident, incident.installation);
  const evidence = await evidenceOf(sources, incident, Date.now());
  const suspects = suspectsOf(evidence);
  const claims = [
    sinceClaim(evidence),
    ...(suspects.length === 0 ? [nothingClaim(evidence)] : []),
    ...spreadClaim(evidence, suspects),
    ...changeClaims(evidence, suspects),
    ...(await lockClaims(evidence, suspects, storeUrl, sources.incidents.lockOf(id))),
    ...(await differenceClaims(sources, evidence, suspects)),
    ...(await messageClaims(sources, evidence, suspects)),
  ];
  const { from, to } = evidence.period.during;
  return {
    incident: id,
    from,
    to,
    suspects,
    claims: claims.slice(0, mostLines - suspects.length),
  };
};
