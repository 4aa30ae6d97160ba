import type { Call } from '@faultline/contracts';
import { Type } from 'typebox';
import type { CallerOptions, ServiceCaller } from '../src/define-service';
import type { ServiceForTest } from '../src/testing';
import { startFixture } from './fixture';

const Named = Type.Object({ name: Type.String() });
type NamedCall = Call<typeof Named>;

interface HttpResponse {
  status: number;
  body: unknown;
  headers: Headers;
  milliseconds: number;
}

export interface Calling extends ServiceForTest {
  /** Serves a request in which `product` is called, and answers with what the client gets. */
  serve(call: Partial<NamedCall>, headers?: Record<string, string>): Promise<HttpResponse>;
  /** Serves a request in which `work` is done. */
  serveWork(
    work: (caller: ServiceCaller) => Promise<unknown>,
    headers?: Record<string, string>,
  ): Promise<HttpResponse>;
}

/** A service that calls `product` at an address. */
export const startCalling = async (url: string, options?: CallerOptions): Promise<Calling> => {
  let work: (caller: ServiceCaller) => Promise<unknown>;
  const service = await startFixture(async (app) => {
    const caller = app.caller('product', url, options);
    app.routes(async (http) => {
      http.get('/task', async () => ({ result: await work(caller) }));
    }, {});
  });
  const serveWork: Calling['serveWork'] = async (asked, headers) => {
    work = asked;
    const start = performance.now();
    const response = await service.get('/task', headers);
    return {
      status: response.status,
      body: await response.json(),
      headers: response.headers,
      milliseconds: performance.now() - start,
    };
  };
  return {
    ...service,
    serveWork,
    serve: (call, headers) =>
      serveWork(
        (caller) => caller.call({ method: 'GET', route: '/things', response: Named, ...call }),
        headers,
      ),
  };
};
