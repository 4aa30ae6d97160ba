import findMyWay from 'find-my-way';
import type { RouteApp } from './routes';
import { maxParamLength } from './validation';

/** The methods of the routes that match a path; empty if there is none. */
export const allowedMethods = (app: RouteApp): ((path: string) => string[]) => {
  const declared = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const methods = declared.get(url) ?? new Set();
    for (const each of [method].flat()) methods.add(each);
    declared.set(url, methods);
  });

  // Built at the first unknown path, because routes may be added until then.
  let paths: findMyWay.Instance<findMyWay.HTTPVersion.V1> | undefined;
  const findPaths = () => {
    const router = findMyWay({ maxParamLength });
    for (const [url, methods] of declared) router.on('GET', url, () => {}, [...methods].sort());
    return router;
  };
  return (path) => {
    paths ??= findPaths();
    return paths.find('GET', path)?.store ?? [];
  };
};
