import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { ProblemError } from './errors';
import type { RouteApp } from './routes';

/** Name suffixes that outsiders cannot register. */
const ownSuffixes = ['.localhost', '.local', '.internal', '.svc', '.svc.cluster.local'];
const rememberedHosts = 100;

/** The name without its port, and without the dot that a full name may end in. */
const nameOf = (host: string): string | undefined => {
  const url = `http://${host}`;
  return URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') : undefined;
};

const isAddress = (name: string): boolean => isIP(name) > 0 || name.startsWith('[');

/**
 * Whether a Host is an address, a name without a dot such as `cart`, a name inside a cluster, or one of
 * `allowed`, where `.example.com` stands for all names with this suffix. Another site's page that
 * uses DNS rebinding sends none of these.
 */
const expectedHosts = (allowed: readonly string[]): ((host: string) => boolean) => {
  const suffixes = [...ownSuffixes, ...allowed.filter((each) => each.startsWith('.'))];
  const seen = new Set<string>();
  const isExpected = (host: string): boolean => {
    const name = nameOf(host);
    return (
      name !== undefined &&
      (isAddress(name) ||
        !name.includes('.') ||
        allowed.includes(name) ||
        suffixes.some((suffix) => name.endsWith(suffix)))
    );
  };
  return (host) => {
    if (seen.has(host)) return true;
    const expected = isExpected(host);
    if (expected && seen.size < rememberedHosts) seen.add(host);
    return expected;
  };
};

/** Whether a browser sends this for a page of another server. */
const isOfAnotherPage = (headers: IncomingHttpHeaders): boolean => {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  return origin !== undefined && origin !== `http://${headers.host}`;
};

const refusal = (status: number, code: string, field: string, message: string): ProblemError =>
  new ProblemError(status, code, `${field} ${message}`, { errors: [{ field, message }] });

/** Refuses requests under a name that is not this server's. */
export const expectHosts = (
  app: RouteApp,
  allowed: readonly string[],
  status: 403 | 421 = 421,
): void => {
  const isExpected = expectedHosts(allowed);
  app.addHook('onRequest', ({ headers: { host } }, _reply, done) => {
    if (host === undefined || isExpected(host)) done();
    else done(refusal(status, 'unknown-host', 'host', 'is not among ALLOWED_HOSTS'));
  });
};

/** Refuses requests of other sites' pages (403). */
export const refuseOtherSites = (app: RouteApp): void => {
  app.addHook('onRequest', ({ headers }, _reply, done) => {
    if (isOfAnotherPage(headers))
      done(
        refusal(403, 'cross-site-request', 'origin', 'is another site: open the address itself'),
      );
    else done();
  });
};
