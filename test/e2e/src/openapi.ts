/** One operation of an OpenAPI document; `parameters` are the names of its query. */
export interface Operation {
  method: string;
  path: string;
  parameters: string[];
  takesBody: boolean;
}

interface Document {
  paths: Record<
    string,
    Record<string, { parameters?: { in: string; name: string }[]; requestBody?: unknown }>
  >;
}

/** The operations under /api that a service's own OpenAPI document lists. */
export const readOperations = async (serviceUrl: string): Promise<Operation[]> => {
  const response = await fetch(`${serviceUrl}/openapi.json`);
  const { paths } = (await response.json()) as Document;
  return Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
        method: method.toUpperCase(),
        path,
        parameters: parameters.filter((each) => each.in === 'query').map(({ name }) => name),
        takesBody: requestBody !== undefined,
      })),
    );
};
