import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { loadAgain } from '../src/api/use-events';

it('shows responses that take longer than the time between two events', async () => {
  vi.useFakeTimers();
  try {
    const client = new QueryClient();
    let responses = 0;
    const observer = new QueryObserver(client, {
      queryKey: ['overview'],
      queryFn: async () => {
        await new Promise((resolve) => setTimeout(resolve, 2_000));
        responses += 1;
        return responses;
      },
    });
    const stop = observer.subscribe(() => undefined);
    for (let event = 0; event < 10; event += 1) {
      void loadAgain(client, 'overview');
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(observer.getCurrentResult().data).toBe(2);
    stop();
    client.clear();
  } finally {
    vi.useRealTimers();
  }
});
