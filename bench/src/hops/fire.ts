import autocannon from 'autocannon';
import { BenchError } from '../bench';
import type { HopRequest } from './hop';

/** How many requests are on their way at any time. */
export const connections = 10;

/** Sends a request many times over keep-alive connections. Throws unless all are answered well. */
export const fire = async (
  url: string,
  { path, headers }: HopRequest,
  requests: number,
): Promise<void> => {
  const result = await autocannon({
    url: url + path,
    headers: { ...headers },
    amount: requests,
    connections,
    bailout: 1,
  });
  const failed = result.errors + result.timeouts + result.non2xx;
  if (failed > 0 || result['2xx'] !== requests)
    throw new BenchError(`${url}${path}: ${result['2xx']} of ${requests} answered well`);
};
