import { askRedis } from '../redis/ask';
import { startRedis } from '../redis/start-redis';
import type { Store } from '../store';

/**
 * An empty Redis whose `url` is that of a user with the rights that a command gives, and no others:
 * `ACL SETUSER cart on >PASSWORD …`. The caller stops it.
 */
export const withRedisUser = async (setUser: string): Promise<Store> => {
  const [, name = '', password = ''] = /^ACL SETUSER (\S+) .*>(\S+)/.exec(setUser) ?? [];
  const store = await startRedis({});
  const reply = await askRedis(store.port, setUser);
  if (!reply.startsWith('+OK')) {
    await store.stop();
    throw new Error(`Redis refused "${setUser}": ${reply.trim()}`);
  }
  const url = new URL(store.url);
  url.username = name;
  url.password = password;
  return { ...store, url: url.href };
};
