import { sessionRoutes } from '@faultline/contracts';
import { defineService } from '@faultline/service';
import { connectRedis } from '@faultline/service/redis';
import { Type } from 'typebox';
import { sessionFaults } from './faults';
import { sessionHandlers } from './routes';
import { sessionRepository } from './session-repository';

const SessionConfig = Type.Object({
  REDIS_URL: Type.String({ format: 'uri' }),
  REDIS_REPLICA_URL: Type.Optional(Type.String({ format: 'uri' })),
  /** How long a session lives after it was last seen. */
  SESSION_TTL_SECONDS: Type.Integer({ minimum: 1, default: 7 * 24 * 3600 }),
});

export const session = defineService({
  name: 'session',
  config: SessionConfig,
  build: async (app, config) => {
    const store = connectRedis(app, 'session-data', config.REDIS_URL, {
      replicaUrl: config.REDIS_REPLICA_URL,
    });
    const faults = app.faults.bind(sessionFaults());
    const sessions = faults.around(
      'sessions',
      sessionRepository(store, config.SESSION_TTL_SECONDS),
    );
    app.serve(sessionRoutes, sessionHandlers(sessions));
  },
});
