import { type SessionClient, SessionId, sessionHeader } from '@faultline/contracts';
import { ProblemError, type Reply, type Request } from '@faultline/service';
import { Compile } from 'typebox/compile';

export interface Sessions {
  /** The request's session id, if it has one that somebody gave out. */
  find(request: Request, reply: Reply): Promise<string | undefined>;
  /**
   * The request's session id, for something that is to be kept. Without a session a new one is started
   * and told to the caller in the X-Session-Id header of the response.
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
    // What follows is one shopper's, and no cache on the way may keep it.
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
