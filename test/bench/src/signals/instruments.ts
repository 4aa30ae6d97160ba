import { randomUUID } from 'node:crypto';
import { sessionHeader } from '@faultline/contracts';
import {
  createLogger,
  createMetrics,
  describeOperation,
  fastifyTelemetry,
  hashSession,
  observeStore,
  runInRequest,
} from '@faultline/telemetry';
import type { Instruments } from '../bare/instruments';

export interface Signals {
  /** The name of the service whose telemetry this is. */
  service: string;
  metrics: boolean;
  logs: boolean;
}

const unmeasured = {
  served: () => undefined,
  servedNone: () => undefined,
  stored: () => undefined,
};

/** Telemetry as every service has it, with signals left out. Traces come with the preload. */
export const telemetryInstruments = ({ service, metrics, logs }: Signals): Instruments => {
  const logger = createLogger({ service, version: '0', level: logs ? 'info' : 'silent' });
  const measured = metrics ? createMetrics('0', '') : unmeasured;
  return {
    install: (app) => {
      app.register(fastifyTelemetry, { logger, metrics: measured });
      app.addHook('onRequest', (request, _reply, done) => {
        const session = request.headers[sessionHeader];
        runInRequest(
          {
            requestId: randomUUID(),
            deadline: 0,
            ...(typeof session === 'string' && { session: hashSession(session) }),
          },
          done,
        );
      });
    },
    observed: ({ url, ...question }) => {
      const operation = describeOperation({ ...question, url: new URL(url) });
      const observer = {
        metrics: measured,
        slowMilliseconds: 250,
        errorType: () => 'error',
        logSlow: () => undefined,
      };
      return (ask) => observeStore(observer, operation, ask);
    },
  };
};
