import { Type } from 'typebox';

/** The configuration of a service with a database. */
export const databaseConfig = {
  DATABASE_URL: Type.String({ format: 'uri' }),
  /**
   * The maximum of connections per process. The server's `max_connections` must suffice for all
   * processes, and for one more connection of each while it migrates.
   */
  DATABASE_POOL_SIZE: Type.Integer({ minimum: 1, maximum: 1000, default: 10 }),
};
