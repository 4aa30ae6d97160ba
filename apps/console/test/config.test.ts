import { ConfigError, readConfig } from '@faultline/service';
import { expect, it } from 'vitest';
import { ConsoleConfig, watchedServices, watchedStores } from '../src/config';

const configWith = (environment: Record<string, string>) =>
  readConfig(ConsoleConfig, { CONSOLE_DIRECTORY: '/nowhere', ...environment });

it('listens on loopback where its links lead to, keeps 1 GB and a day, and watches nothing unless told otherwise', () => {
  const config = configWith({});
  expect(config).toMatchObject({
    HOST: '127.0.0.1',
    PORT: 8090,
    CONSOLE_URL: 'http://127.0.0.1:8090',
    INTAKE_PORT: 8098,
    CONSOLE_MAX_BYTES: 1e9,
    CONSOLE_RETENTION_HOURS: 24,
  });
  expect(watchedServices(config)).toEqual([]);
  expect(watchedStores(config)).toEqual([]);
});

it('watches the services and stores that it is told of', () => {
  const cart = { name: 'cart', url: 'http://127.0.0.1:1', adminUrl: 'http://127.0.0.1:2' };
  const data = { name: 'cart-data', url: 'redis://127.0.0.1:3' };
  const config = configWith({
    CONSOLE_SERVICES: JSON.stringify([cart]),
    CONSOLE_STORES: JSON.stringify([data]),
  });
  expect(watchedServices(config)).toEqual([cart]);
  expect(watchedStores(config)).toEqual([data]);
});

it.each([
  'no JSON',
  '{}',
  '[{"name":"basket","url":"http://127.0.0.1:1","adminUrl":"http://127.0.0.1:2"}]',
  '[{"name":"cart","url":"secret"}]',
])('names the variable that is wrong, but not its value: %s', (text) => {
  const read = () => watchedServices(configWith({ CONSOLE_SERVICES: text }));
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(/^CONSOLE_SERVICES must be a JSON array of what is watched$/);
});
