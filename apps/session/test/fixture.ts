import { Writable } from 'node:stream';
import { healthPath, sessionHeader, sessionRoutes } from '@faultline/contracts';
import { startService } from '@faultline/service';
import { vi } from 'vitest';
import { session } from '../src/service';

const log = new Writable({
  write: (chunk, _encoding, done) => {
    lines.push(String(chunk));
    done();
  },
});
const lines: string[] = [];

/** Everything that the services of this file have logged so far. */
export const logged = (): string => lines.join('');

/** Starts the service on free ports of loopback and waits until it and its stores answer. */
export const startSession = async (environment: Record<string, string>) => {
  const free = { HOST: '127.0.0.1', PORT: '0', ADMIN_PORT: '0', DRAIN_MS: '0' };
  const service = await startService(session, { ...free, ...environment }, log);
  await vi.waitFor(
    async () => {
      const probes = [`${service.adminUrl}/-/ready`, service.url + healthPath];
      for (const probe of probes)
        if (!(await fetch(probe)).ok) throw new Error(`${probe} is not well`);
    },
    { timeout: 20_000 },
  );
  return {
    ...service,
    create: () => fetch(service.url + sessionRoutes.create.path, { method: 'POST' }),
    read: (id: string) =>
      fetch(service.url + sessionRoutes.read.path, { headers: { [sessionHeader]: id } }),
    metrics: async () => (await fetch(`${service.adminUrl}/metrics`)).text(),
  };
};

export type SessionFixture = Awaited<ReturnType<typeof startSession>>;
