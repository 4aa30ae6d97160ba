/** The name of OpenTelemetry in Prometheus's format: `http.route` is `http_route`. */
export type PrometheusName<Name extends string> = Name extends `${infer Start}.${infer Rest}`
  ? `${Start}_${PrometheusName<Rest>}`
  : Name;
