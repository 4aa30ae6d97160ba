import type { AttributeValue, Claim, Suspect } from '@faultline/contracts/console';
import { ownerOf } from '@faultline/topology';
import { percent } from '../health/words';
import type { ConsoleSources } from '../sources';
import { compare } from '../views/compare';
import type { Evidence } from './evidence';
import { linkTo } from './links';

/** Smaller differences of shares say little. */
const minDifference = 0.5;
const maxShown = 2;
const longestText = 60;

/** That a request took long, or failed, is no difference: it was chosen for that. */
const dull = /^(status|error\.|http\.response\.|db\.response\.)/;

const short = (value: AttributeValue): string => {
  const text = String(value);
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
};

/** What the failed requests of the first suspect have in common, or else its slow ones. */
export const differenceClaims = async (
  { store }: Pick<ConsoleSources, 'store'>,
  { period: { during }, slow, failed }: Evidence,
  [suspect]: readonly Suspect[],
): Promise<Claim[]> => {
  const service = suspect && ownerOf(suspect.component);
  if (!service) return [];
  const query = { q: `service:${service} kind:SERVER`, ...during, limit: 10 };
  const claimOf = async (what: 'failed' | 'slow', bounds: { minDuration?: number }) => {
    const { selected, minSpans, differences } = await compare(store, { ...query, ...bounds });
    if (selected.total < minSpans) return [];
    const shown = differences
      .filter((each) => !dull.test(each.key) && each.selected - each.rest >= minDifference)
      // A route says the same as the name that contains it.
      .filter(
        ({ value }, index, all) =>
          !all.slice(0, index).some((each) => String(each.value).includes(String(value))),
      )
      .slice(0, maxShown)
      .map(
        ({ key, value, selected: share, rest }) =>
          `${key} ${short(value)} (${percent(share)}, of the others ${percent(rest)})`,
      );
    if (shown.length === 0) return [];
    const search =
      bounds.minDuration === undefined
        ? undefined
        : {
            selected: [during.from, during.to, bounds.minDuration, 3_600_000]
              .map(Math.round)
              .join('~'),
          };
    return [
      {
        kind: 'difference',
        words: `The ${what} requests of ${service} have in common: ${shown.join(' and ')}.`,
        link: linkTo.component(service, during, search),
      } as const,
    ];
  };
  const ofFailed = failed.looked > 0 ? await claimOf('failed', {}) : [];
  if (ofFailed.length > 0 || !slow || slow.share < 0.02) return ofFailed;
  return claimOf('slow', { minDuration: slow.threshold });
};
