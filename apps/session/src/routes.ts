import { Session, SessionId, sessionHeader } from '@faultline/contracts';
import { notFound, type Routes } from '@faultline/service';
import { Type } from 'typebox';
import type { SessionRepository } from './session-repository';

const create = { summary: 'Start a session', response: { 201: Session } };

const read = {
  summary: 'The session of the X-Session-Id header; its time to live starts anew',
  headers: Type.Object({ [sessionHeader]: SessionId }),
  response: { 200: Session },
};

export const sessionRoutes: Routes<{ sessions: SessionRepository }> = async (app, { sessions }) => {
  app.post('/sessions', { schema: create }, async (_request, reply) =>
    reply.code(201).send(await sessions.create()),
  );

  app.get('/sessions/current', { schema: read }, async ({ headers }) => {
    const session = await sessions.read(headers[sessionHeader]);
    if (!session) throw notFound('unknown-session', sessionHeader, 'There is no such session.');
    return session;
  });
};
