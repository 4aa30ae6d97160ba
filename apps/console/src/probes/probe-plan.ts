import { shopRoutes } from '@faultline/contracts';
import { buyOnce, CheckFailed, reasonOf } from '@faultline/load';
import { entry, type Gateway, gateways } from '@faultline/topology';
import type { WatchedService } from '../config';
import type { Probe } from './probe';

/** The client address of checks in telemetry: of a range that belongs to nobody (RFC 5737). */
export const probeAddress = '192.0.2.1';
const userAgent = 'faultline-console-probe';

const checkEvery = 2_000;
const purchaseEvery = 10_000;
const timeoutMilliseconds = 5_000;

/** A response that is not the expected one. The message says what it was. */
class UnexpectedResponse extends Error {
  override readonly name = 'UnexpectedResponse';
}

const explain = (error: unknown): string => {
  if (error instanceof UnexpectedResponse) return error.message;
  if (error instanceof Error && error.name === 'TimeoutError')
    return `no response within ${timeoutMilliseconds / 1000} s`;
  return 'no response';
};

/** A check that a URL responds with 200 and the expected text. */
const urlProbe = (name: Probe['name'], url: string, expected = ''): Probe => ({
  name,
  every: checkEvery,
  reasonOf: explain,
  run: async (signal) => {
    const response = await fetch(url, {
      headers: { 'user-agent': userAgent, 'x-forwarded-for': probeAddress },
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMilliseconds)]),
    });
    const body = await response.text();
    if (response.status !== 200) throw new UnexpectedResponse(`it responded ${response.status}`);
    if (!body.includes(expected)) throw new UnexpectedResponse('its response is not the expected');
  },
});

const shopProbe = (...parameters: Parameters<typeof urlProbe>): Probe => ({
  ...urlProbe(...parameters),
  needsAll: true,
});

const purchaseProbe = (origin: string): Probe => {
  let number = 0;
  return {
    name: 'purchase',
    every: purchaseEvery,
    needsAll: true,
    // The name of a check says what should have been.
    reasonOf: (error) =>
      error instanceof CheckFailed ? `check “${error.check}”` : reasonOf(error),
    run: async (signal) => {
      number += 1;
      await buyOnce({
        origin,
        address: probeAddress,
        userAgent,
        number,
        timeoutSeconds: timeoutMilliseconds / 1000,
        signal,
      });
    },
  };
};

/** The checks that enter the shop at a gateway, by its URL. */
const shopProbes: Readonly<Record<Gateway['check'], (url: string) => Probe>> = {
  storefront: (url) => shopProbe('storefront', `${url}/`, '<html'),
  api: (url) => shopProbe('api', url + shopRoutes.listCategories.path),
};

/** The checks of the watched services. */
export const probePlan = (services: readonly WatchedService[]): Probe[] =>
  services.flatMap(({ name, url, adminUrl }) => [
    urlProbe(name, `${adminUrl}/-/ready`),
    ...gateways
      .filter((gateway) => gateway.name === name)
      .map(({ check }) => shopProbes[check](url)),
    ...(name === entry ? [purchaseProbe(url)] : []),
  ]);
