import type { Incident, IncidentExplanation } from '@faultline/contracts/console';
import type { ReceivedLog, ReceivedSpan } from '@faultline/otlp';
import { id, span } from '@faultline/otlp/testing';
import type { StoreName } from '@faultline/topology';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Change } from '../../src/changes/changes';
import { explanation } from '../../src/explanation/explanation';
import type { AlertPeriod } from '../../src/health/alerts';
import type { HealthChange, Reason } from '../../src/health/health';
import type { ConsoleSources } from '../../src/sources';
import { setUp } from '../incidents-for-test';
import { openStore, type StoreForTest } from '../open-store';
import { changesOf, healthOf } from '../sources';

const second = 1_000;
/** When the trouble of this test began. Each explained trouble moves it back, so that one store serves all. */
let began = Date.now() - 300 * second;
const between = 1_200 * second;

/** So many seconds after the trouble began. */
export const after = (seconds: number): number => began + seconds * second;

let shared: StoreForTest;
beforeAll(async () => {
  shared = await openStore();
});
afterAll(() => shared.close());

/** One span of a request, within the one before. */
export interface Hop {
  service: string;
  /** What it calls; without it, it is the service's own SERVER span. */
  calls?: string;
  milliseconds: number;
  /** The type of its error. */
  error?: string;
  attributes?: ReceivedSpan['attributes'];
}

let traces = 0;

/** A request whose hops are nested: each begins a millisecond after the one before. */
const request = (start: number, hops: readonly Hop[]): ReceivedSpan[] => {
  traces += 1;
  return hops.map(({ service, calls, milliseconds, error, attributes }, index) =>
    span({
      service,
      traceId: id(traces),
      spanId: id(index + 1, 16),
      parentSpanId: index === 0 ? '' : id(index, 16),
      name: calls === undefined ? `GET /${service}` : `call ${calls}`,
      kind: calls === undefined ? 'SERVER' : 'CLIENT',
      start: start + index,
      end: start + index + milliseconds,
      status: error === undefined ? 'UNSET' : 'ERROR',
      attributes: {
        ...(calls !== undefined && { 'peer.service': calls }),
        ...(error !== undefined && { 'error.type': error }),
        ...attributes,
      },
      events:
        error === undefined || calls === undefined
          ? []
          : [
              {
                name: 'exception',
                time: start + index + milliseconds,
                attributes: { 'exception.message': `refused: ${error}` },
              },
            ],
    }),
  );
};

/** The same request each second of a time. */
export const each = (
  [from, to]: readonly [number, number],
  hops: (number: number) => readonly Hop[],
): ReceivedSpan[] =>
  Array.from({ length: to - from }, (_, index) => request(after(from + index), hops(index))).flat();

/** The way of a product list through the shop. */
export const list = (
  milliseconds: number,
  { deepest = {}, error }: { deepest?: Partial<Hop>; error?: string } = {},
): Hop[] => {
  const failed = error === undefined ? {} : { error };
  return [
    { service: 'web-gateway', milliseconds: milliseconds + 8, ...failed },
    { service: 'web-gateway', calls: 'api-gateway', milliseconds: milliseconds + 6, ...failed },
    { service: 'api-gateway', milliseconds: milliseconds + 4, ...failed },
    { service: 'api-gateway', calls: 'product', milliseconds: milliseconds + 2, ...failed },
    { service: 'product', milliseconds, ...failed },
    {
      service: 'product',
      calls: 'product-data',
      milliseconds: Math.max(1, milliseconds - 2),
      ...failed,
      ...deepest,
    },
  ];
};

type Alert = Partial<AlertPeriod> & Pick<AlertPeriod, 'component' | 'name'>;

/** A component that turned red or amber. */
export const turned = (
  component: HealthChange['component'],
  at: number,
  words: string,
  parts: { state?: 'red' | 'amber'; rule?: Reason['rule'] } = {},
): HealthChange => ({
  at,
  component,
  state: parts.state ?? 'red',
  since: at,
  reasons: [{ rule: parts.rule ?? 'errors', words, since: at }],
});

interface Trouble {
  spans?: readonly ReceivedSpan[];
  logs?: readonly ReceivedLog[];
  states?: readonly HealthChange[];
  changes?: readonly Change[];
  /** The first one opens the incident. */
  alerts: readonly Alert[];
  /** Whether the alerts have ended and the incident is resolved. */
  over?: boolean;
  storeUrl?: (store: StoreName) => string | undefined;
}

export interface Explained {
  sources: Pick<ConsoleSources, 'store' | 'incidents'>;
  incident: Incident;
  first: IncidentExplanation;
  again(): Promise<IncidentExplanation>;
  /** The sentence of a kind. */
  said(kind: IncidentExplanation['claims'][number]['kind']): string | undefined;
}

/** What the console says of the only incident of a shop in trouble. */
export const explained = async ({
  spans = [],
  logs = [],
  states = [],
  changes = [],
  alerts,
  over = false,
  storeUrl = () => undefined,
}: Trouble): Promise<Explained> => {
  const { store } = shared;
  await shared.take(spans, logs);
  const { incidents, fire } = setUp();
  for (const { component, ...parts } of alerts) fire(component, { since: after(10), ...parts });
  if (over)
    for (const { component, ...parts } of alerts)
      fire(component, { since: after(10), ...parts, resolvedAt: after(50) });
  incidents.evaluate(after(50) + 60 * second);
  const sources = {
    store,
    incidents,
    health: healthOf(states),
    alerts: { firing: () => [], between: () => [], subscribe: () => () => undefined },
    changes: changesOf(changes),
  };
  const [incident] = incidents.all();
  if (!incident) return expect.unreachable('there is no incident');
  began -= between;
  const ask = () => explanation(sources, storeUrl, incident.id);
  const first = await ask();
  expect(Buffer.byteLength(JSON.stringify(first))).toBeLessThanOrEqual(8_000);
  return {
    sources,
    incident,
    first,
    again: ask,
    said: (kind) => first.claims.find((claim) => claim.kind === kind)?.words,
  };
};

export const suspected = ({ first }: Explained): string[] =>
  first.suspects.map(({ component }) => component);
