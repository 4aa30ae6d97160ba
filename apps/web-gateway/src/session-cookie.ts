import { SessionId } from '@faultline/contracts';
import type { Reply, Request } from '@faultline/service';
import { Compile } from 'typebox/compile';

const name = 'faultline_session';
const lifetimeSeconds = 7 * 24 * 3600;
const sessionIds = Compile(SessionId);

/** The session id in the browser's cookie, if it is well-formed. */
export const claimedSession = (request: Request): string | undefined => {
  const value = request.cookies[name];
  return value !== undefined && sessionIds.Check(value) ? value : undefined;
};

/** Sets the session cookie: not readable by scripts, not cached, not sent by other sites. */
export const setSession = (request: Request, reply: Reply, id: string): void => {
  reply.header('cache-control', 'no-store');
  reply.setCookie(name, id, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: lifetimeSeconds,
  });
};
