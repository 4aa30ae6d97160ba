import { isDeepStrictEqual } from 'node:util';
import { BenchError } from '../bench';
import type { HopRequest } from './hop';

/** Sends a request to several servers once. Throws unless all answer 200 with the same JSON. */
export const checkSameResponse = async (
  urls: readonly string[],
  { path, headers }: HopRequest,
): Promise<void> => {
  const responses = await Promise.all(
    urls.map(async (url) => {
      const response = await fetch(url + path, { headers });
      return { url, status: response.status, text: await response.text() };
    }),
  );
  const [first, ...others] = responses.map(({ url, status, text }): unknown => {
    if (status === 200) return JSON.parse(text);
    throw new BenchError(`GET ${url}${path} answered ${status}: ${text}`);
  });
  const stranger = others.find((body) => !isDeepStrictEqual(body, first));
  if (stranger === undefined) return;
  throw new BenchError(
    `GET ${path} is not answered the same way: ${JSON.stringify(first)} and ${JSON.stringify(stranger)}`,
  );
};
