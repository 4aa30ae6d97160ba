import type {
  ATTR_DB_COLLECTION_NAME,
  ATTR_DB_NAMESPACE,
  ATTR_DB_OPERATION_NAME,
  ATTR_DB_SYSTEM_NAME,
  ATTR_ERROR_TYPE,
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_RESPONSE_STATUS_CODE,
  ATTR_HTTP_ROUTE,
  ATTR_SERVER_ADDRESS,
} from '@opentelemetry/semantic-conventions';
import type { PrometheusName } from './prometheus-name';

/** Labels of metrics that OpenTelemetry has names for; the compiler holds them to those names. */
export const label = {
  method: 'http_request_method' satisfies PrometheusName<typeof ATTR_HTTP_REQUEST_METHOD>,
  route: 'http_route' satisfies PrometheusName<typeof ATTR_HTTP_ROUTE>,
  status: 'http_response_status_code' satisfies PrometheusName<
    typeof ATTR_HTTP_RESPONSE_STATUS_CODE
  >,
  server: 'server_address' satisfies PrometheusName<typeof ATTR_SERVER_ADDRESS>,
  errorType: 'error_type' satisfies PrometheusName<typeof ATTR_ERROR_TYPE>,
  system: 'db_system_name' satisfies PrometheusName<typeof ATTR_DB_SYSTEM_NAME>,
  store: 'db_namespace' satisfies PrometheusName<typeof ATTR_DB_NAMESPACE>,
  operation: 'db_operation_name' satisfies PrometheusName<typeof ATTR_DB_OPERATION_NAME>,
  collection: 'db_collection_name' satisfies PrometheusName<typeof ATTR_DB_COLLECTION_NAME>,
  // These conventions are not stable yet; OpenTelemetry recommends copying their names.
  pool: 'db_client_connection_pool_name',
  poolState: 'db_client_connection_state',
} as const;
