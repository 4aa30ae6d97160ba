import { Type } from 'typebox';

/** What a service with a database reads from its environment. */
export const databaseConfig = {
  DATABASE_URL: Type.String({ format: 'uri' }),
  /**
   * How many connections each process holds at most. The server's `max_connections` must suffice for all
   * processes, and for one more connection of each while it migrates.
   */
  DATABASE_POOL_SIZE: Type.Integer({ minimum: 1, maximum: 1000, default: 10 }),
};
