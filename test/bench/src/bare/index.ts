import type { ServiceName } from '@faultline/topology';
import type { FastifyInstance } from 'fastify';
import { bareApiGateway } from './api-gateway';
import { bareCart } from './cart';
import type { Environment } from './instruments';
import { barePayment } from './payment';
import { bareProduct } from './product';
import { bareSession } from './session';
import { bareWebGateway } from './web-gateway';

/**
 * For each service that is measured a server that answers one of its reads the same way and does
 * nothing else: no checks, logs, metrics, traces, deadlines or retries. What the services cost is
 * measured against these. They find their stores and dependencies in the environment as the services do.
 */
export const bareServers = {
  'web-gateway': bareWebGateway,
  'api-gateway': bareApiGateway,
  product: bareProduct,
  cart: bareCart,
  session: bareSession,
  payment: barePayment,
} satisfies Partial<Record<ServiceName, (environment: Environment) => FastifyInstance>>;

export type MeasuredService = keyof typeof bareServers;
