import { type SessionClient, sessionHeader } from '@faultline/contracts';
import { ProblemError, type Reply, type Request } from '@faultline/service';

export interface Sessions {
  /**
   * The request's session id. Without a session, or with one that nobody gave out, a new one is
   * started and told to the caller in the X-Session-Id header of the answer.
   */
  of(request: Request, reply: Reply): Promise<string>;
}

const isUnknown = (error: unknown): boolean =>
  error instanceof ProblemError && (error.statusCode === 404 || error.statusCode === 400);

export const createSessions = (client: SessionClient): Sessions => {
  const confirm = async (claimed: string): Promise<string | undefined> => {
    try {
      return (await client.read(claimed)).id;
    } catch (error) {
      if (isUnknown(error)) return undefined;
      throw error;
    }
  };

  return {
    of: async (request, reply) => {
      const claimed = request.headers[sessionHeader];
      const known = typeof claimed === 'string' ? await confirm(claimed) : undefined;
      if (known) return known;
      const { id } = await client.create();
      reply.header(sessionHeader, id);
      return id;
    },
  };
};
