import {
  type Call,
  type ConsoleClient,
  clientOf,
  consoleRoutes,
} from '@faultline/contracts/console';
import { targetOf } from '@faultline/contracts/target';
import type { Static, TSchema } from 'typebox';
import { Failure, failureOf } from './failure';
import { accessToken } from './token';

const patience = 45_000;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const send = async ({ method, route, params, query, body }: Call<TSchema>): Promise<unknown> => {
  const token = accessToken.read();
  const response = await fetch(targetOf(route, { params, query }), {
    method,
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: body === undefined ? null : JSON.stringify(body),
    signal: AbortSignal.timeout(patience),
  }).catch((cause: unknown) => {
    throw cause instanceof DOMException && cause.name === 'TimeoutError'
      ? new Failure('The console did not respond in time')
      : new Failure('The console does not respond: is it still running?');
  });
  const content = parsed(await response.text());
  if (!response.ok) throw failureOf(response.status, content);
  if (content === undefined) throw new Failure('The console’s response is not JSON');
  return content;
};

/** The API of the console that served this page. Calls reject with a Failure. */
export const api: ConsoleClient = clientOf(consoleRoutes, {
  call: async <Response extends TSchema>(call: Call<Response>) =>
    // biome-ignore lint/plugin: the console keeps to its contract, and what would check that is too large for a page
    (await send(call)) as Static<Response>,
});
