import findMyWay from 'find-my-way';
import type { RouteApp } from './routes';
import { maxParamLength } from './validation';

/** The methods that the routes of an app declare for a path; none when no route knows the path. */
export const allowedMethods = (app: RouteApp): ((path: string) => string[]) => {
  const declared = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const methods = declared.get(url) ?? new Set();
    for (const each of [method].flat()) methods.add(each);
    declared.set(url, methods);
  });

  // Made for the first path that nothing was found for: until then routes are still added.
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
