import { type SessionClient, SessionId, sessionHeader } from '@faultline/contracts';
import { ProblemError, type Reply, type Request } from '@faultline/service';
import { Compile } from 'typebox/compile';

export interface Sessions {
  /** The request's session id, if the session service has issued it. */
  find(request: Request, reply: Reply): Promise<string | undefined>;
  /**
   * The request's session id, for data that will be stored. Without a session it starts a new one,
   * whose id the caller gets in the X-Session-Id header of the response.
   */
  findOrStart(request: Request, reply: Reply): Promise<string>;
}

const sessionIds = Compile(SessionId);

export const createSessions = (client: SessionClient): Sessions => {
  const confirm = async (claimed: string): Promise<string | undefined> => {
    try {
      return (await client.read({ headers: { [sessionHeader]: claimed } })).id;
    } catch (error) {
      if (error instanceof ProblemError && error.statusCode === 404) return undefined;
      throw error;
    }
  };

  const find = async (request: Request, reply: Reply): Promise<string | undefined> => {
    // The response belongs to one shopper, so no cache may store it.
    reply.header('cache-control', 'no-store');
    const claimed = request.headers[sessionHeader];
    const wellFormed = typeof claimed === 'string' && sessionIds.Check(claimed);
    return wellFormed ? confirm(claimed) : undefined;
  };

  return {
    find,
    findOrStart: async (request, reply) => {
      const known = await find(request, reply);
      if (known) return known;
      const { id } = await client.create();
      reply.header(sessionHeader, id);
      return id;
    },
  };
};
