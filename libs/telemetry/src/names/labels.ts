import {
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
import { prometheusName } from './prometheus-name';

/** Labels of metrics that OpenTelemetry has names for. */
export const label = {
  method: prometheusName(ATTR_HTTP_REQUEST_METHOD),
  route: prometheusName(ATTR_HTTP_ROUTE),
  status: prometheusName(ATTR_HTTP_RESPONSE_STATUS_CODE),
  server: prometheusName(ATTR_SERVER_ADDRESS),
  errorType: prometheusName(ATTR_ERROR_TYPE),
  system: prometheusName(ATTR_DB_SYSTEM_NAME),
  store: prometheusName(ATTR_DB_NAMESPACE),
  operation: prometheusName(ATTR_DB_OPERATION_NAME),
  collection: prometheusName(ATTR_DB_COLLECTION_NAME),
  // These conventions are not stable yet; OpenTelemetry recommends copying their names.
  pool: 'db_client_connection_pool_name',
  poolState: 'db_client_connection_state',
} as const;
