import { type HttpCaller, targetOf } from '@faultline/contracts';
import { Parse } from 'typebox/value';

/** Calls a service as a test does: without retries and deadlines. Rejects with the answer unless it is a success. */
export const testCaller = (url: string): HttpCaller => ({
  call: async ({ method, route, headers, body, response: schema, ...parts }) => {
    const response = await fetch(url + targetOf(route, parts), {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${response.url} is ${response.status}: ${text}`);
    return Parse(schema, JSON.parse(text));
  },
});
