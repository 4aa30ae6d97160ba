/**
 * Labels that each service puts on its own metrics, in the spelling that OTLP's `service.name` and
 * `service.namespace` get in Prometheus and Loki: the same whoever scrapes, and however.
 */
export const identityLabels = {
  service: 'service_name',
  /** Which of several shops: in Kubernetes NAMESPACE/RELEASE. */
  installation: 'service_namespace',
} as const;

/** The installation of services that are told no other. */
export const defaultInstallation = 'faultline';
