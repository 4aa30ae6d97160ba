import { hostname } from 'node:os';
import {
  defaultResource,
  detectResources,
  envDetector,
  type Resource,
  resourceFromAttributes,
} from '@opentelemetry/resources';

/** Resource attributes that a pod learns from the downward API. */
const kubernetes = {
  'k8s.pod.name': 'K8S_POD_NAME',
  'k8s.node.name': 'K8S_NODE_NAME',
  'k8s.namespace.name': 'K8S_NAMESPACE_NAME',
} as const;

/**
 * OpenTelemetry's resource attributes of this process. `OTEL_SERVICE_NAME` and `OTEL_RESOURCE_ATTRIBUTES`
 * override the kit's own.
 */
export const serviceResource = (environment: NodeJS.ProcessEnv): Resource =>
  defaultResource()
    .merge(
      resourceFromAttributes({
        'service.name': 'unknown_service',
        'service.namespace': environment.SERVICE_NAMESPACE || 'faultline',
        'service.version': environment.SERVICE_VERSION || '0.0.0',
        'service.instance.id': `${hostname()}:${process.pid}`,
        'deployment.environment.name': environment.DEPLOYMENT_ENVIRONMENT || 'development',
        'host.name': hostname(),
        'process.pid': process.pid,
        'process.runtime.name': 'nodejs',
        'process.runtime.version': process.versions.node,
        ...Object.fromEntries(
          Object.entries(kubernetes).flatMap(([attribute, variable]) => {
            const value = environment[variable];
            return value ? [[attribute, value]] : [];
          }),
        ),
      }),
    )
    .merge(detectResources({ detectors: [envDetector] }));
