import type { ErrorGroup } from '@faultline/contracts/console';
import type { LogMessage } from '@faultline/telemetry/names';
import type { ErrorCount, TelemetryStore } from '@faultline/telemetry-store';
import { noveltyOf } from './novelty';
import { byOrder, type Paging, type Place, pageOfList } from './pages';
import { rangeOf, withBefore } from './range';

/** Ids within messages: UUIDs, and runs of 16 or more hexadecimal digits. */
const ids = /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{16,}\b/gi;

const withoutIds = (text: string): string => text.replace(ids, '…');

const messageOf = ({ from, name, message }: ErrorCount): string =>
  withoutIds(from === 'log' && message !== undefined ? `${name}: ${message}` : (message ?? name));

/** The line of each request, which has a span, too. */
const ofRequests: LogMessage = 'http-request';

/** Without the log lines that say of a failure what its span says: the line of its request, and that of its exception. */
const withoutEchoes = (counts: readonly ErrorCount[]): ErrorCount[] => {
  const spans = counts.filter(({ from }) => from === 'span');
  const services = new Set(spans.map(({ service }) => service));
  const keyOf = ({ service, message = '' }: ErrorCount) => `${service} ${withoutIds(message)}`;
  const said = new Set(spans.filter(({ message }) => message !== undefined).map(keyOf));
  return counts.filter((count) => {
    if (count.from === 'span') return true;
    return !(count.name === ofRequests ? services.has(count.service) : said.has(keyOf(count)));
  });
};

const merged = (one: ErrorCount, other: ErrorCount): ErrorCount => ({
  ...(one.last > other.last ? one : other),
  count: one.count + other.count,
  before: one.before + other.before,
  first: Math.min(one.first, other.first),
});

const novelties = ['new', 'known', 'gone'];

const placeOf = ({ novelty, count, before, component, message, type }: ErrorGroup): Place => ({
  order: [novelties.indexOf(novelty), -count, -before],
  id: JSON.stringify([component, message, type]),
});

/** Failed spans, and error logs that say something else, by what they say, against the range before; new ones first. */
export const errors = async (
  store: Pick<TelemetryStore, 'errors' | 'since'>,
  query: { from?: number; to?: number; component?: string } & Paging,
) => {
  const { component } = query;
  const { from, middle, to } = withBefore(rangeOf(query));
  const conditions =
    component === undefined ? [] : [{ field: 'service', operator: '=', value: component } as const];
  const [{ items: counts, searchedSince }, since] = await Promise.all([
    store.errors({ from, to, conditions }, middle),
    store.since(),
  ]);
  // What was not searched may have had it before.
  const watchedSince = searchedSince ?? since;
  const groups = new Map<string, ErrorCount>();
  for (const count of withoutEchoes(counts)) {
    const key = JSON.stringify([count.service, messageOf(count), count.type]);
    const known = groups.get(key);
    groups.set(key, known ? merged(known, count) : count);
  }
  const groupOf = (count: ErrorCount): ErrorGroup => ({
    message: messageOf(count),
    ...(count.type !== undefined && { type: count.type }),
    component: count.service,
    count: count.count,
    before: count.before,
    first: count.first,
    last: count.last,
    novelty: noveltyOf(count, watchedSince),
    ...(count.traceId !== '' && { traceId: count.traceId }),
  });
  const items = [...groups.values()].map(groupOf).sort(byOrder(placeOf));
  return {
    ...pageOfList(items, placeOf, query, since),
    ...(searchedSince !== undefined && { searchedSince }),
  };
};
