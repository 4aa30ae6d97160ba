import type { Claim, Suspect } from '@faultline/contracts/console';
import { ownerOf, type StoreName, storeNames, stores } from '@faultline/topology';
import { inSeconds } from '../health/words';
import { postgresDetail } from '../stores/postgres-detail';
import type { Evidence } from './evidence';
import { linkTo } from './links';

const longestText = 60;
const short = (text: string): string =>
  text.length > longestText ? `${text.slice(0, longestText)}…` : text;

/** Who waits for whom in the databases of the suspects, now: an incident that is over has no locks any more. */
export const lockClaims = async (
  { incident, period: { during } }: Evidence,
  suspects: readonly Suspect[],
  urlOf: (store: StoreName) => string | undefined,
): Promise<Claim[]> => {
  if (incident.resolved !== undefined) return [];
  const services = suspects.map(({ component }) => ownerOf(component));
  const asked = storeNames.filter(
    (name) => stores[name].engine === 'postgresql' && services.includes(ownerOf(name)),
  );
  const claims = await Promise.all(
    asked.map(async (name): Promise<Claim[]> => {
      const url = urlOf(name);
      // A store that cannot be asked says nothing; that it is away is told by other claims.
      const locks = url && (await postgresDetail(url).catch(() => undefined))?.locks;
      const [lock] = locks || [];
      if (!lock) return [];
      const waiting = new Set((locks || []).map(({ pid }) => pid)).size;
      return [
        {
          kind: 'lock',
          words: `In ${name} ${waiting === 1 ? 'one statement waits' : `${waiting} statements wait`} for a lock, for up to ${inSeconds(lock.waiting / 1000)}: process ${lock.blockedBy} holds it (${lock.blockerState}, “${short(lock.blockerStatement)}”).`,
          link: linkTo.component(name, during),
        },
      ];
    }),
  );
  return claims.flat().slice(0, 1);
};
