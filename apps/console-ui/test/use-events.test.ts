import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it, onTestFinished } from 'vitest';
import { loadAgain } from '../src/api/use-events';

it('shows a response that comes after several events', async () => {
  const client = new QueryClient();
  const respond: ((response: string) => void)[] = [];
  const observer = new QueryObserver(client, {
    queryKey: ['overview'],
    queryFn: () => {
      const { promise, resolve } = Promise.withResolvers<string>();
      respond.push(resolve);
      return promise;
    },
  });
  onTestFinished(observer.subscribe(() => undefined));
  onTestFinished(() => client.clear());
  const shown = () => observer.getCurrentResult().data;
  respond[0]?.('the first');
  await expect.poll(shown).toBe('the first');
  for (let event = 0; event < 3; event += 1) void loadAgain(client, 'overview');
  await expect.poll(() => respond.length).toBe(2);
  respond[1]?.('the second');
  await expect.poll(shown).toBe('the second');
});
