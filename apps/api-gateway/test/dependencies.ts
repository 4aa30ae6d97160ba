import { randomBytes } from 'node:crypto';
import {
  cartRoutes,
  type HealthState,
  healthPath,
  productRoutes,
  SessionId,
  sessionHeader,
  sessionRoutes,
} from '@faultline/contracts';
import { outsideServer, ProblemError, problemOf } from '@faultline/service';
import { type Static, Type } from 'typebox';

interface State {
  /** The sessions that somebody asked for, known or not. */
  asked: string[];
  /** How many sessions were started. */
  started: number;
  sessionsFail: boolean;
  health: Record<string, Static<typeof HealthState>>;
}

/**
 * Stands for the services behind the gateway, all at one address: sessions are given out and
 * known, carts are empty, the catalogue has no categories.
 */
export const startDependencies = async () => {
  const server = outsideServer();
  const known = new Set<string>();
  const now = () => new Date().toISOString();
  const state: State = {
    asked: [],
    started: 0,
    sessionsFail: false,
    health: { product: 'OK', cart: 'OK', session: 'OK', payment: 'OK' },
  };
  const withSession = { headers: Type.Object({ [sessionHeader]: SessionId }) };

  server.post(sessionRoutes.create.path, async (_request, reply) => {
    const id = randomBytes(16).toString('base64url');
    known.add(id);
    state.started += 1;
    return reply.code(201).send({ id, createdAt: now() });
  });
  server.get(sessionRoutes.read.path, { schema: withSession }, async ({ headers }) => {
    const id = headers[sessionHeader];
    state.asked.push(id);
    if (state.sessionsFail) throw new ProblemError(503, 'session-data-unavailable', 'Gone.');
    if (!known.has(id)) throw problemOf(sessionRoutes.read, 'unknown-session', 'There is none.');
    return { id, createdAt: now() };
  });
  server.get(cartRoutes.read.path, { schema: withSession }, async () => ({ id: null, items: [] }));
  server.put(cartRoutes.setQuantity.path, { schema: withSession }, async () => ({
    id: null,
    items: [],
  }));
  server.get(productRoutes.categories.path, async () => ({ items: [] }));
  server.get(healthPath, async () =>
    Object.entries(state.health).map(([Name, Status]) => ({ Name, Status, StatusTime: now() })),
  );
  return {
    state,
    url: await server.listen({ host: '127.0.0.1', port: 0 }),
    stop: () => server.close(),
  };
};

export type Dependencies = Awaited<ReturnType<typeof startDependencies>>;
