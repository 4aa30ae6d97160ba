import { type Static, Type } from 'typebox';
import type { HttpCaller } from './http-caller';

/** Carries the session between services; a URL would put it into traces. */
export const sessionHeader = 'x-session-id';

/** 128 random bits, base64url. */
export const SessionId = Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' });

export const Session = Type.Object({
  id: SessionId,
  createdAt: Type.String({ format: 'date-time' }),
});
export type Session = Static<typeof Session>;

export interface SessionClient {
  create(): Promise<Session>;
  /** The live session of this id; a 404 when there is none. Its time to live starts anew. */
  read(id: string): Promise<Session>;
}

export const sessionClient = (http: HttpCaller): SessionClient => ({
  create: () => http.call({ method: 'POST', route: '/sessions', answer: Session }),
  read: (id) =>
    http.call({
      method: 'GET',
      route: '/sessions/current',
      headers: { [sessionHeader]: id },
      answer: Session,
    }),
});
