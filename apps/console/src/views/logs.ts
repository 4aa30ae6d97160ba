import type { LogFacets, LogLine, LogPage, LogSummary } from '@faultline/contracts/console';
import type { ReceivedLog } from '@faultline/otlp';
import type { TelemetryStore } from '@faultline/telemetry-store';
import { shownAttributes } from './attributes';
import { noveltyOf } from './novelty';
import { byOrder, type Place, pageOfList, shownPage } from './pages';
import { rangeOf, withBefore } from './range';
import { pageOf, searchOf } from './search';
import type { SearchQuery } from './traces';

export const logLine = ({
  time,
  service,
  level,
  message,
  traceId,
  spanId,
  attributes,
}: ReceivedLog): LogLine => ({
  time,
  service,
  level,
  message,
  ...(traceId !== '' && { traceId }),
  ...(spanId !== '' && { spanId }),
  attributes: shownAttributes(attributes),
});

/** Log records that fit a search, the newest first. */
export const logs = async (
  store: Pick<TelemetryStore, 'logs' | 'since'>,
  query: SearchQuery,
): Promise<LogPage> => {
  const { limit, cursor } = query;
  const [page, since] = await Promise.all([
    pageOf(store.logs({ ...searchOf(query), limit, cursor })),
    store.since(),
  ]);
  return { items: page.items.map(logLine), ...shownPage(page, since) };
};

/** How many records fit a search, by the values of each field. */
export const logFacets = async (
  store: Pick<TelemetryStore, 'logFacets'>,
  query: Pick<SearchQuery, 'q' | 'from' | 'to'>,
): Promise<LogFacets> => {
  const { searchedSince, ...facets } = await store.logFacets(searchOf(query));
  return { ...facets, ...(searchedSince !== undefined && { searchedSince }) };
};

/** So many values of each field, the most frequent. */
export const shortFacets = (
  { service, level, message, ...whole }: LogFacets,
  limit: number,
): LogFacets => ({
  ...whole,
  service: service.slice(0, limit),
  level: level.slice(0, limit),
  message: message.slice(0, limit),
});

const novelties = ['new', 'gone', 'known'];

const placeOf = ({
  novelty,
  count,
  before,
  service,
  level,
  message,
}: LogSummary['items'][number]): Place => ({
  order: [novelties.indexOf(novelty), -count, -before],
  id: JSON.stringify([service, level, message]),
});

/** How often each message was logged in a range and in the one before; new ones first, then those that are gone. */
export const logSummary = async (
  store: Pick<TelemetryStore, 'messages' | 'since'>,
  query: Omit<SearchQuery, 'q'>,
): Promise<LogSummary> => {
  const { from, middle, to } = withBefore(rangeOf(query));
  const [counts, since] = await Promise.all([store.messages({ from, to }, middle), store.since()]);
  const items = counts
    .map(({ first, ...count }) => ({ ...count, novelty: noveltyOf({ ...count, first }, since) }))
    .sort(byOrder(placeOf));
  return pageOfList(items, placeOf, query, since);
};
