import { providerRoutes, type Route, routeName, serviceRoutes } from '@faultline/contracts';
import { expect, it } from 'vitest';
import { faultKeys, faultOf } from '../src';

const routes: Pick<Route, 'method' | 'path'>[] = [
  ...Object.values(serviceRoutes).flat(),
  ...Object.values(providerRoutes),
];
const names = routes.map(routeName);

/** Routes in words that people read, except those of admin ports. */
const routesIn = (words: readonly string[]): string[] =>
  words
    .flatMap((each) => [...each.matchAll(/`((?:GET|PUT|POST|DELETE) \/[^`]*)`/g)])
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith('GET /debug/'));

it('mentions only existing routes in hints and steps', () => {
  const named = faultKeys.flatMap((key) => {
    const { hints, investigate } = faultOf(key);
    return routesIn([...hints, ...investigate]);
  });
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((name) => !names.includes(name))).toEqual([]);
});
