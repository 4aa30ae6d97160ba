import { type Static, Type } from 'typebox';
import type { Client } from './client';
import { route } from './route';

/** Carries the session between services; a URL would put it into traces. */
export const sessionHeader = 'x-session-id';

/** 128 random bits, base64url. */
export const SessionId = Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' });

export const Session = Type.Object({
  id: SessionId,
  createdAt: Type.String({ format: 'date-time' }),
});
export type Session = Static<typeof Session>;

/** The headers of a request that belongs to a session. */
export const withSession = Type.Object({ [sessionHeader]: SessionId });

export const sessionRoutes = {
  create: route({
    method: 'POST',
    path: '/sessions',
    summary: 'Start a session',
    response: { 201: Session },
  }),
  read: route({
    method: 'GET',
    path: '/sessions/current',
    summary: 'The session of the X-Session-Id header; its time to live starts anew',
    headers: withSession,
    response: { 200: Session },
    problems: { 404: ['unknown-session'] },
  }),
};
export type SessionClient = Client<typeof sessionRoutes>;
