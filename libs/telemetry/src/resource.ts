import { hostname } from 'node:os';
import { type Resource, resourceFromAttributes } from '@opentelemetry/resources';

/** Who emits the telemetry, in OpenTelemetry's resource attributes. */
export const serviceResource = (environment: NodeJS.ProcessEnv): Resource =>
  resourceFromAttributes({
    'service.name': environment.OTEL_SERVICE_NAME ?? 'unknown_service',
    'service.version': environment.SERVICE_VERSION ?? '0.0.0',
    'service.instance.id': `${hostname()}:${process.pid}`,
    'deployment.environment.name': environment.DEPLOYMENT_ENVIRONMENT ?? 'development',
    'host.name': hostname(),
  });
