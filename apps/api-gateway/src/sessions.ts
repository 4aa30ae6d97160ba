import { type SessionClient, SessionId, sessionHeader } from '@faultline/contracts';
import { ProblemError, type Reply, type Request } from '@faultline/service';
import { Compile } from 'typebox/compile';

export interface Sessions {
  /**
   * The request's session id. Without a session, or with one that nobody gave out, a new one is
   * started and told to the caller in the X-Session-Id header of the answer.
   */
  of(request: Request, reply: Reply): Promise<string>;
}

const sessionIds = Compile(SessionId);

export const createSessions = (client: SessionClient): Sessions => {
  const confirm = async (claimed: string): Promise<string | undefined> => {
    try {
      return (await client.read(claimed)).id;
    } catch (error) {
      if (error instanceof ProblemError && error.statusCode === 404) return undefined;
      throw error;
    }
  };

  return {
    of: async (request, reply) => {
      const claimed = request.headers[sessionHeader];
      const wellFormed = typeof claimed === 'string' && sessionIds.Check(claimed);
      const known = wellFormed ? await confirm(claimed) : undefined;
      if (known) return known;
      const { id } = await client.create();
      reply.header(sessionHeader, id);
      return id;
    },
  };
};
