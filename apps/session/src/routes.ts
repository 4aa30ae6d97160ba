import { sessionHeader, sessionRoutes } from '@faultline/contracts';
import { type Handlers, problemOf } from '@faultline/service';
import type { SessionRepository } from './session-repository';

export const sessionHandlers = (sessions: SessionRepository): Handlers<typeof sessionRoutes> => ({
  create: () => sessions.create(),
  read: async ({ headers }) => {
    const session = await sessions.read(headers[sessionHeader]);
    if (session) return session;
    const detail = 'There is no such session.';
    throw problemOf(sessionRoutes.read, 'unknown-session', detail, { field: sessionHeader });
  },
});
