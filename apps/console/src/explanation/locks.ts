import type { Claim, Suspect } from '@faultline/contracts/console';
import { ownerOf } from '@faultline/topology';
import type { Lock } from '../incidents/incidents';
import { databases, lockNow, type UrlOf } from './database-locks';
import type { Evidence } from './evidence';
import { linkTo } from './links';

/**
 * Who waits for whom in the databases of the suspects: now, as long as the incident lasts, or else what was `kept` of it, since an
 * incident that is over has no locks any more.
 */
export const lockClaims = async (
  { incident, period: { during } }: Evidence,
  suspects: readonly Suspect[],
  urlOf: UrlOf,
  kept: Lock | undefined,
): Promise<Claim[]> => {
  const services = suspects.map(({ component }) => ownerOf(component));
  const isSuspected = (name: string) => services.includes(ownerOf(name));
  const asked = incident.resolved === undefined ? databases.filter(isSuspected) : [];
  const found = await Promise.all(asked.map((name) => lockNow(name, urlOf)));
  const known = kept && isSuspected(kept.component) ? kept : undefined;
  const lock = found.find((each) => each !== undefined) ?? known;
  if (!lock) return [];
  return [{ kind: 'lock', words: lock.words, link: linkTo.component(lock.component, during) }];
};
