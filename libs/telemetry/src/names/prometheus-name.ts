type Underscored<Name extends string> = Name extends `${infer Start}.${infer Rest}`
  ? `${Start}_${Underscored<Rest>}`
  : Name;

/** Converts a name of OpenTelemetry to Prometheus's format: `http.route` to `http_route`. */
export const prometheusName = <const Name extends string>(name: Name): Underscored<Name> =>
  // biome-ignore lint/plugin: the compiler does not follow what a replacement does to the type of a text
  name.replaceAll('.', '_') as Underscored<Name>;
