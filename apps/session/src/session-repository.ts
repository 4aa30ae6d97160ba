import { randomBytes } from 'node:crypto';
import { Session } from '@faultline/contracts';
import { ProblemError } from '@faultline/service';
import type { RedisStore } from '@faultline/service/redis';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';

const Stored = Type.Object({ createdAt: Session.properties.createdAt, seenAt: Type.Number() });
type Stored = Static<typeof Stored>;
const stored = Compile(Stored);

const keyOf = (id: string): string => `session:${id}`;

export interface SessionRepository {
  create(): Promise<Session>;
  /** The live session of this id, or undefined. */
  read(id: string): Promise<Session | undefined>;
}

/** A store that refuses writes, for example because it is full, still has the session. */
const onlyUnavailable = (error: unknown): void => {
  if (!(error instanceof ProblemError && error.statusCode === 503)) throw error;
};

/** Sessions in Redis, each for `ttlSeconds` after it was last seen. */
export const sessionRepository = (store: RedisStore, ttlSeconds: number): SessionRepository => {
  const save = (id: string, session: Stored) =>
    store.write('set', (redis) => redis.set(keyOf(id), JSON.stringify(session), 'EX', ttlSeconds));

  const find = async (id: string): Promise<Stored | undefined> => {
    const text =
      (await store.read('get', (redis) => redis.get(keyOf(id)))) ??
      // A new session may not be on the replica yet.
      (await store.write('get', (redis) => redis.get(keyOf(id))));
    return text === null ? undefined : stored.Parse(JSON.parse(text));
  };

  return {
    create: async () => {
      const id = randomBytes(16).toString('base64url');
      const createdAt = new Date().toISOString();
      await save(id, { createdAt, seenAt: Date.now() });
      return { id, createdAt };
    },
    read: async (id) => {
      const session = await find(id);
      if (!session) return undefined;
      // Extending after a tenth of the lifetime is exact enough, and saves a write per read.
      if (Date.now() - session.seenAt > (ttlSeconds * 1000) / 10)
        await save(id, { ...session, seenAt: Date.now() }).catch(onlyUnavailable);
      return { id, createdAt: session.createdAt };
    },
  };
};
