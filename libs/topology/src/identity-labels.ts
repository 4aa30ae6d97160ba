/**
 * Labels that each service puts on its own metrics, with the names that Prometheus and Loki give to OTLP's
 * `service.name` and `service.namespace`. They do not depend on the scrape configuration.
 */
export const identityLabels = {
  service: 'service_name',
  /** The installation: NAMESPACE/RELEASE in Kubernetes. */
  installation: 'service_namespace',
} as const;

export const defaultInstallation = 'faultline';
