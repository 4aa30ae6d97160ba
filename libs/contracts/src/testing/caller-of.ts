import { Parse } from 'typebox/value';
import type { HttpCaller } from '../http-caller';
import { targetOf } from '../target';

/** Makes a caller for tests, without retries. Rejects with the response unless it is successful. */
export const callerOf = (url: string): HttpCaller => ({
  call: async ({ method, route, headers, body, response: schema, ...parts }) => {
    const response = await fetch(url + targetOf(route, parts), {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(10_000),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${response.url} is ${response.status}: ${text}`);
    return Parse(schema, JSON.parse(text));
  },
});
