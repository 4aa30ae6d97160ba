// Imports nothing, because k6 and the storefront load this file itself.

interface Parts {
  params?: Readonly<Record<string, string | number>> | undefined;
  query?: Readonly<Record<string, string | number | boolean | undefined>> | undefined;
}

/** The path and query of a request: `:name` parameters are filled into the pattern, encoded. */
export const targetOf = (pattern: string, { params = {}, query = {} }: Parts = {}): string => {
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${pattern} lacks its parameter ${name}`);
    return encodeURIComponent(value);
  });
  const search = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map((pair) => pair.map((part) => encodeURIComponent(String(part))).join('='))
    .map((pair) => pair.replaceAll('%20', '+'));
  return search.length > 0 ? `${path}?${search.join('&')}` : path;
};
