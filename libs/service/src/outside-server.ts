import fastify from 'fastify';
import { handleProblems } from './problem-handler';
import type { RouteApp } from './routes';
import { compileValidator } from './validation';

/** A server that stands for somebody else: it answers like ours but emits no telemetry. */
export const outsideServer = (): RouteApp => {
  const app: RouteApp = fastify({ forceCloseConnections: true });
  app.setValidatorCompiler(compileValidator);
  handleProblems(app);
  return app;
};
