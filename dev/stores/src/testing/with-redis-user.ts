import { askRedis } from '../redis/ask';
import { startRedis } from '../redis/start-redis';
import type { Store } from '../store';

/**
 * An empty Redis whose `url` is that of a user with the rights that a line of an ACL file gives, and no others:
 * `user cart on >PASSWORD …`. The caller stops it.
 */
export const withRedisUser = async (user: string): Promise<Store> => {
  const [, name = '', password = ''] = /^user (\S+) .*>(\S+)/.exec(user) ?? [];
  const store = await startRedis({});
  const reply = await askRedis(store.port, `ACL SETUSER ${user.trim().replace(/^user /, '')}`);
  if (!reply.startsWith('+OK')) {
    await store.stop();
    throw new Error(`Redis refused "${user.trim()}": ${reply.trim()}`);
  }
  const url = new URL(store.url);
  url.username = name;
  url.password = password;
  return { ...store, url: url.href };
};
