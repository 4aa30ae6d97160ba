import { Type } from 'typebox';
import { Parse } from 'typebox/value';

/** One operation of an OpenAPI document; `parameters` are the names of its query. */
export interface Operation {
  method: string;
  path: string;
  parameters: string[];
  takesBody: boolean;
}

const Described = Type.Object({
  parameters: Type.Optional(Type.Array(Type.Object({ in: Type.String(), name: Type.String() }))),
  requestBody: Type.Optional(Type.Unknown()),
});
const OpenApi = Type.Object({
  paths: Type.Record(Type.String(), Type.Record(Type.String(), Described)),
});

/** The operations under /api that a service's own OpenAPI document lists. */
export const readOperations = async (serviceUrl: string): Promise<Operation[]> => {
  const response = await fetch(`${serviceUrl}/openapi.json`);
  const { paths } = Parse(OpenApi, await response.json());
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
