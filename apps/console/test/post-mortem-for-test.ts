import { id, log, span } from '@faultline/otlp/testing';
import type { HealthChange } from '../src/health/health';
import { began, seconds } from './incidents-for-test';
import type { StoreForTest } from './open-store';
import { changesOf, checks, healthOf, histogram, metricsOf, noBudgetLog, sample } from './sources';

/*
 * A shop in which payment fails from ten seconds before `began` on, for two minutes, scraped every two seconds from a minute
 * before `began` to four minutes after it.
 */
const firstScrape = seconds(-60);
const scrapes = 150;
const scrapeAt = (number: number) => firstScrape + number * 2_000;
const failing = (number: number) => Math.max(0, Math.min(number, 85) - 25);

/** What each series is at a scrape. */
export const values = {
  served: (number: number) => 40 * number,
  failed: (number: number) => 3 * failing(number),
  slow: (number: number) => 2 * failing(number),
  failedPayments: failing,
};
const isDown = (number: number) => number >= 40 && number < 45;
const failedChecks = (number: number) => [...Array(number + 1).keys()].filter(isDown).length;

/** How much a series grew at the scrapes of a range, one after the other. */
export const grown = (value: (number: number) => number, from: number, to: number): number => {
  let sum = 0;
  for (let number = 1; number < scrapes; number += 1)
    if (scrapeAt(number) >= from && scrapeAt(number) <= to)
      sum += value(number) - value(number - 1);
  return sum;
};

/** Seconds from each failed check of a range back to the check before. */
export const downSeconds = (from: number, to: number): number =>
  grown((number) => 2 * failedChecks(number), from, to);

const served = (number: number, route: string, method: string) => {
  const labels = (status: string) => ({
    http_request_method: method,
    http_route: route,
    http_response_status_code: status,
  });
  const name = 'http_server_request_duration_seconds';
  const [good, late] = [values.served(number), values.slow(number)];
  const bad = values.failed(number);
  return [
    ...histogram(name, { 2: good - late, '+Inf': good }, labels('200')),
    ...histogram(name, { 2: bad, '+Inf': bad }, labels('502')),
    sample('build_info', 1, { version: '1.0.0' }),
  ];
};

const metrics = () =>
  metricsOf(
    [
      ['web-gateway', (number) => served(number, '/api/checkout', 'POST')],
      ['api-gateway', (number) => served(number, '/api/checkout', 'POST')],
      [
        'payment',
        (number) => [
          sample('payments_total', 10 * number, { outcome: 'succeeded', reason: '' }),
          sample('payments_total', values.failedPayments(number), {
            outcome: 'failed',
            reason: 'provider',
          }),
        ],
      ],
      [
        'console',
        (number) => [
          sample('probe_success', 1, { probe: 'web-gateway' }),
          sample('probe_success', isDown(number) ? 0 : 1, { probe: 'api-gateway' }),
          ...checks('storefront', number, 0),
          ...checks('api', number, failedChecks(number)),
        ],
      ],
    ],
    { from: firstScrape, count: scrapes },
  );

const state = (
  at: number,
  component: HealthChange['component'],
  is: HealthChange['state'],
  words?: string,
): HealthChange => ({
  at,
  component,
  state: is,
  since: at,
  reasons: words === undefined ? [] : [{ rule: 'errors', words, since: at }],
});

/** What the console knows of that shop, besides its incidents. */
export const shop = () => ({
  metrics: metrics(),
  health: healthOf([
    state(seconds(-600), 'payment', 'green'),
    state(seconds(-600), 'api-gateway', 'green'),
    state(seconds(-10), 'payment', 'red', '25 % of its requests fail, over 5 %'),
    state(seconds(20), 'api-gateway', 'red', '8 % of its requests fail, over 5 %'),
    state(seconds(20), 'web-gateway', 'amber', '3 errors in its log'),
    state(seconds(60), 'web-gateway', 'green'),
    state(seconds(100), 'api-gateway', 'green'),
    state(seconds(112), 'payment', 'green'),
  ]),
  budgets: noBudgetLog,
  changes: changesOf([
    { at: seconds(-60), service: 'payment', kind: 'release', before: '1.0.0', after: '1.1.0' },
  ]),
});

const hash = (number: number) => `00000000000000${number}`.slice(-16).padStart(16, 'a');

interface FailedRequest {
  at: number;
  session?: string;
  address?: string;
}

/** Requests that failed: three shoppers, two requests without a session, one of a check, one of later. */
const failedRequests: readonly FailedRequest[] = [
  { at: 5, session: hash(1) },
  { at: 6, session: hash(1) },
  { at: 7, session: hash(2) },
  { at: 50, session: hash(3) },
  { at: 51 },
  { at: 52 },
  { at: 53, session: hash(4), address: '192.0.2.1' },
  { at: 900, session: hash(5) },
];

/** Gives a store the spans and the log lines of the failed requests. Returns the hashes of their sessions. */
export const takeFailedRequests = async ({ take }: StoreForTest): Promise<string[]> => {
  await take(
    failedRequests.map(({ at, address = '127.0.0.1' }, index) =>
      span({
        service: 'web-gateway',
        kind: 'SERVER',
        status: 'ERROR',
        traceId: id(index + 1),
        spanId: id(index + 1, 16),
        start: seconds(at),
        end: seconds(at) + 10,
        attributes: { 'client.address': address },
      }),
    ),
    failedRequests.flatMap(({ at, session }, index) =>
      // Services behind the public entry know the session, it does not.
      (['web-gateway', 'api-gateway', 'payment'] as const).map((service) =>
        log({
          service,
          level: 'error',
          message: 'http-request',
          time: seconds(at),
          traceId: id(index + 1),
          attributes: {
            status: 502,
            ...(service !== 'web-gateway' && session !== undefined && { session }),
          },
        }),
      ),
    ),
  );
  return failedRequests.flatMap(({ session }) => session ?? []);
};

export { began, seconds };
