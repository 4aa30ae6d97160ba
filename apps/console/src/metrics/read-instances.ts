import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { readMetrics, type Sample } from '@faultline/evidence';

const addressesOf = async (host: string): Promise<string[]> =>
  (await lookup(host, { all: true })).map(({ address, family }) =>
    family === 6 ? `[${address}]` : address,
  );

/**
 * The metrics of all instances of a service. A host name may have the addresses of several, as that of a headless
 * Service in Kubernetes has; each sample then has the label `instance`. Rejects when none of them can be read.
 */
export const readInstances = async (
  adminUrl: string,
  signal: AbortSignal,
  resolve = addressesOf,
): Promise<Sample[]> => {
  const { hostname, port, protocol } = new URL(adminUrl);
  if (isIP(hostname.replace(/^\[|\]$/g, ''))) return readMetrics(adminUrl, signal);
  const instances = (await resolve(hostname)).map((address) => `${address}:${port}`);
  const pages = await Promise.allSettled(
    instances.map(async (instance) => {
      const samples = await readMetrics(`${protocol}//${instance}`, signal);
      return samples.map((sample) => ({ ...sample, labels: { ...sample.labels, instance } }));
    }),
  );
  const read = pages.flatMap((page) => (page.status === 'fulfilled' ? [page.value] : []));
  if (read.length === 0) throw new Error(`no instance of ${hostname} can be read`);
  return read.flat();
};
