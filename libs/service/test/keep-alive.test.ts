import { once } from 'node:events';
import { Agent, type AgentOptions, get, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ServiceApp } from '../src';
import { startCalling } from './caller-service';
import { json, startDependency } from './dependency';
import { eventually, startFixture } from './fixture';

const build = async (app: ServiceApp) =>
  app.routes(async (http) => {
    http.get('/hello', async () => ({ hello: 'you' }));
  }, {});

/** A load balancer with one connection, which it keeps for as long as the server does. */
const balancer = (options: AgentOptions = {}) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1, ...options });
  onTestFinished(() => agent.destroy());
  return async (url: string): Promise<{ response: IncomingMessage; socket: Socket }> => {
    const [response]: IncomingMessage[] = await once(get(url, { agent }), 'response');
    if (!response) throw new Error('there is no response');
    const { socket } = response;
    response.resume();
    await once(response, 'end');
    return { response, socket };
  };
};

describe('an idle connection', () => {
  it('is kept longer by default than Envoy (1 h) and Google (10 min) keep it', async () => {
    const { url } = await startFixture(build);
    const { response } = await balancer()(`${url}/hello`);
    expect(response.statusCode).toBe(200);
    const [, seconds] = /timeout=(\d+)/.exec(String(response.headers['keep-alive'])) ?? [];
    expect(Number(seconds)).toBeGreaterThan(3600);
  });

  it('is closed by the server after KEEP_ALIVE_TIMEOUT_MS, and not before', async () => {
    const brief = await startFixture(build, { KEEP_ALIVE_TIMEOUT_MS: '1000' });
    const lasting = await startFixture(build, { KEEP_ALIVE_TIMEOUT_MS: '60000' });
    const ask = balancer();
    const first = await ask(`${lasting.url}/hello`);
    const { socket } = await balancer()(`${brief.url}/hello`);
    await eventually(() => socket.destroyed).toBe(true);
    const second = await ask(`${lasting.url}/hello`);
    expect(second.response.statusCode).toBe(200);
    expect(second.socket).toBe(first.socket);
  });
});

describe('the connections to another service', () => {
  it('are closed by the caller, even if the server announces a longer timeout', async () => {
    const dependency = await startDependency(json(200, {}, { 'keep-alive': 'timeout=3600' }));
    dependency.server.keepAliveTimeout = 0;
    const closed = once(dependency.server, 'connection').then(([socket]) => once(socket, 'close'));
    const service = await startCalling(dependency.url);
    await service.serve({});
    await closed;
  }, 30_000);
});
