import { sessionHeader, sessionRoutes } from '@faultline/contracts';
import { startForTest } from '@faultline/service/testing';
import { session } from '../src/service';

/** Starts the service and waits until it and its stores answer. */
export const startSession = async (environment: Record<string, string>) => {
  const service = await startForTest(session, environment);
  return {
    ...service,
    create: () => service.send('POST', sessionRoutes.create.path),
    created: service.client(sessionRoutes).create,
    read: (id: string) => service.get(sessionRoutes.read.path, { [sessionHeader]: id }),
  };
};

export type SessionFixture = Awaited<ReturnType<typeof startSession>>;
