import { once } from 'node:events';
import { createServer, request as send } from 'node:http';
import { listenOnFreePort } from '@faultline/stores';

/** What one request to the balancer came to. */
export interface Passed {
  path: string;
  status: number;
}

export interface Balancer {
  url: string;
  /** What came since the last look, oldest first. */
  passed(): Passed[];
  /** Answers what matches with 404 instead of passing it on; nothing any more when it is not given. */
  lose(paths?: RegExp): void;
  close(): Promise<void>;
}

/** A Service without affinity: each request goes to the next of its targets, in strict alternation. */
export const startBalancer = async (targets: readonly string[]): Promise<Balancer> => {
  let turn = 0;
  let lost: RegExp | undefined;
  let log: Passed[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    response.on('finish', () => log.push({ path, status: response.statusCode }));
    if (lost?.test(path)) {
      response.writeHead(404, { 'cache-control': 'no-store' }).end();
      return;
    }
    const target = targets[turn++ % targets.length] ?? '';
    const { method = 'GET', headers } = request;
    const onward = send(target + path, { method, headers }, (incoming) => {
      response.writeHead(incoming.statusCode ?? 502, incoming.headers);
      incoming.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  const port = await listenOnFreePort(server);
  return {
    url: `http://127.0.0.1:${port}`,
    passed: () => {
      const seen = log;
      log = [];
      return seen;
    },
    lose: (paths) => {
      lost = paths;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
