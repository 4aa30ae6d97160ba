import { productRoutes, targetOf } from '@faultline/contracts';
import type { Demo } from '@faultline/demo';
import { localEnvironment } from '@faultline/topology';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { bareServers } from '../src/bare';
import { Cleanup } from '../src/cleanup';
import { fire } from '../src/hops/fire';
import { hops } from '../src/hops/hop';
import { checkSameResponse } from '../src/hops/same-response';
import { startService } from '../src/hops/server';
import { startSpanReceiver } from '../src/hops/span-receiver';
import { type Goods, stockGoods } from '../src/shop/goods';
import { startScratchShop, unlimited } from '../src/shop/scratch-shop';

const leftovers = new Cleanup();
let demo: Demo;
let goods: Goods;

beforeAll(async () => {
  demo = await startScratchShop(leftovers, { environment: unlimited });
  goods = await stockGoods(demo);
}, 90_000);

afterAll(() => leftovers.clear());

describe.each(hops)('the bare counterpart of $service', (hop) => {
  it('answers as the service does', async () => {
    const bare = bareServers[hop.service](localEnvironment(hop.service, demo.portBase));
    onTestFinished(() => bare.close());
    const url = await bare.listen({ host: '127.0.0.1', port: 0 });
    const request = hop.request(goods);
    await checkSameResponse([demo.url(hop.service), url], request);
    // Its service says so too when it is asked for something else.
    const other = { ...request, path: `${request.path}-else` };
    await expect(checkSameResponse([demo.url(hop.service), url], other)).rejects.toThrow(
      'answered',
    );
  });
});

describe('a service that is measured', () => {
  it('runs beside that of the demo and exports the spans of each request', async () => {
    const own = new Cleanup();
    onTestFinished(() => own.clear());
    const [hop] = hops.filter(({ service }) => service === 'cart');
    if (!hop) throw new Error('there is no hop of cart');
    const receiver = await startSpanReceiver(own);
    const { url } = await startService(own, demo, hop, receiver.url);
    await receiver.quiet();
    const before = receiver.count();
    await fire(url, hop.request(goods), 50);
    await receiver.quiet();
    // At least that of the server, and that of Redis.
    expect(receiver.count() - before).toBeGreaterThanOrEqual(100);
  });

  it('is not measured by answers that are wrong', async () => {
    const absent = {
      path: targetOf(productRoutes.read.path, { params: { id: 'no-such-product' } }),
      headers: {},
    };
    await expect(fire(demo.url('product'), absent, 20)).rejects.toThrow('of 20 answered well');
  });
});
