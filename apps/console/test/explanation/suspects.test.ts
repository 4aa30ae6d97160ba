import { describe, expect, it } from 'vitest';
import { after, each, explained, list, suspected, turned } from './shop-in-trouble';

const healthy = () => each([-200, 0], () => list(10));

describe('the first suspect', () => {
  it('is a store that accepts no connection, before all that need it', async () => {
    const known = await explained({
      spans: [...healthy(), ...each([0, 50], () => list(10, { error: '53300' }))],
      states: [
        turned('api-gateway', after(5), '90 % of its requests fail, over 5 %'),
        turned('product', after(6), '100 % of its requests fail, over 5 %'),
        turned('product-data', after(7), '100 % of its operations fail, over 5 %', {
          rule: 'store',
        }),
      ],
      alerts: [
        { component: 'api-gateway', name: 'ServiceErrors' },
        { component: 'product', name: 'ServiceErrors' },
        { component: 'product-data', name: 'StoreErrors', since: after(14) },
      ],
    });
    expect(suspected(known)[0]).toBe('product-data');
    expect(known.first.suspects[0]?.words).toContain('25 of 25 failed traces end at it');
  });

  it('is the service if its store refuses its statements', async () => {
    const known = await explained({
      spans: [...healthy(), ...each([0, 50], () => list(10, { error: '42703' }))],
      alerts: [{ component: 'api-gateway', name: 'SearchFailing' }],
    });
    expect(suspected(known)[0]).toBe('product');
  });

  it('is a slow dependency, and not the service that waits for it', async () => {
    const known = await explained({
      spans: [...healthy(), ...each([0, 50], () => list(3_000))],
      states: [turned('product', after(8), 'p95 3 s, over 2 s', { rule: 'slow' })],
      alerts: [
        { component: 'api-gateway', name: 'ServiceSlow' },
        { component: 'product', name: 'ServiceSlow' },
      ],
    });
    expect(suspected(known)[0]).toBe('product-data');
    expect(known.first.suspects[0]?.words).toMatch(/100 % of the time of slow requests/);
  });

  it('is what took the time of a call that its caller gave up', async () => {
    const given = list(4_000).map((hop, index) => (index < 4 ? { ...hop, error: 'timeout' } : hop));
    const known = await explained({
      spans: [...healthy(), ...each([0, 50], () => given)],
      alerts: [{ component: 'api-gateway', name: 'ServiceErrors' }],
    });
    expect(suspected(known)[0]).toBe('product-data');
  });

  it('is what a request waited for until it was given up', async () => {
    const given = list(5_000).map((hop, index) => (index < 5 ? { ...hop, error: 'late' } : hop));
    const known = await explained({
      spans: [...healthy(), ...each([0, 50], () => given)],
      alerts: [{ component: 'product', name: 'ServiceErrors' }],
    });
    expect(known.first.suspects[0]).toMatchObject({
      component: 'product-data',
      words: expect.stringContaining('failed traces end at it'),
    });
  });

  it('is a service that is busy with itself, although its calls of a store seem slow', async () => {
    const refused = list(10, { error: 'overloaded' }).slice(0, -1);
    const known = await explained({
      spans: [...healthy(), ...each([0, 50], () => refused)],
      states: [
        turned('product-data', after(3), '6 % of its operations fail, over 5 %', { rule: 'store' }),
        turned('product', after(6), '30 % of its requests fail, over 5 %'),
      ],
      alerts: [
        { component: 'product-data', name: 'StoreSlow' },
        { component: 'product', name: 'ServiceErrors', since: after(14) },
      ],
    });
    expect(suspected(known)[0]).toBe('product');
  });

  it('is a deep service with errors of its own, while its store is well', async () => {
    const own = list(10, { error: 'RangeError' }).slice(0, -1);
    const known = await explained({
      spans: [...healthy(), ...each([0, 50], () => own)],
      states: [turned('api-gateway', after(4), '100 % of its requests fail, over 5 %')],
      alerts: [
        { component: 'api-gateway', name: 'ServiceErrors' },
        { component: 'product', name: 'UnexpectedErrors', since: after(20) },
      ],
    });
    expect(suspected(known)[0]).toBe('product');
    expect(suspected(known)).not.toContain('product-data');
  });

  it('is a service that is gone, of which its callers’ spans tell', async () => {
    const gone = list(10, { error: 'api-gateway-unreachable' }).slice(0, 2);
    const known = await explained({
      spans: [...healthy(), ...each([0, 50], () => gone)],
      states: [
        turned('web-gateway', after(3), '100 % of its requests fail, over 5 %'),
        turned('api-gateway', after(5), 'does not answer', { rule: 'offline' }),
      ],
      alerts: [
        { component: 'web-gateway', name: 'ServiceErrors' },
        { component: 'api-gateway', name: 'ServiceDown' },
      ],
    });
    expect(suspected(known)[0]).toBe('api-gateway');
  });

  it('is the service that uses its store too much', async () => {
    const known = await explained({
      spans: healthy(),
      alerts: [{ component: 'product-data', name: 'ReadsPerRequestHigh' }],
    });
    expect(suspected(known)).toEqual(['product']);
  });

  it('is a new version if nothing else tells two components apart', async () => {
    const known = await explained({
      states: [
        turned('cart', after(5), '10 % of its requests fail, over 5 %'),
        turned('api-gateway', after(5), '10 % of its requests fail, over 5 %'),
      ],
      changes: [
        { at: after(-30), service: 'cart', kind: 'release', before: '1.4.0', after: '1.5.0' },
      ],
      alerts: [{ component: 'api-gateway', name: 'ServiceErrors' }],
    });
    expect(suspected(known)[0]).toBe('cart');
    expect(known.first.suspects[0]?.words).toContain('1.5.0');
  });

  it('is not what fails as often as before', async () => {
    const failing = () => list(10, { error: '53300' });
    const known = await explained({
      spans: [...each([-200, 50], failing)],
      alerts: [{ component: 'session', name: 'MemoryGrowing' }],
    });
    expect(suspected(known)).toEqual(['session']);
  });

  it('is nobody if an alert alone tells of trouble', async () => {
    const known = await explained({
      spans: each([-200, 50], () => list(10)),
      alerts: [
        { component: 'web-gateway', name: 'ProbeFailing', summary: 'A synthetic check fails: api' },
      ],
    });
    expect(suspected(known)).toEqual([]);
    expect(known.said('nothing')).toBe(
      'No component is unhealthy; the alert alone says “A synthetic check fails: api”.',
    );
  });
});
