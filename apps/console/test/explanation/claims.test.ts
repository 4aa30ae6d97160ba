import { consoleRoutes } from '@faultline/contracts/console';
import { log } from '@faultline/otlp/testing';
import { refused } from '@faultline/service/testing';
import { describe, expect, it } from 'vitest';
import { linkTo } from '../../src/explanation/links';
import { createFirstFailures } from '../../src/incidents/first-failures';
import { setUp } from '../incidents-for-test';
import { openStore } from '../open-store';
import { startConsole } from '../start-console';
import { after, each, explained, list, turned } from './shop-in-trouble';

const healthy = () => each([-200, 0], () => list(10));
const failing = () => each([0, 50], () => list(10, { error: '53300' }));
const states = () => [
  turned('product-data', after(2), '100 % of its operations fail', { rule: 'store' }),
  turned('product', after(4), '100 % of its requests fail, over 5 %'),
  turned('api-gateway', after(9), '60 % of its requests fail, over 5 %'),
];
const alerts = () => [{ component: 'product', name: 'ServiceErrors', since: after(10) }] as const;

describe('an explanation', () => {
  it('says since when an incident lasts, and leads to the first failed span', async () => {
    const { first, said } = await explained({
      spans: [...healthy(), ...failing()],
      states: states(),
      alerts: alerts(),
    });
    expect(said('since')).toMatch(
      /it still lasts\. The first trace failed at product-data \(call product-data\), 10 s before\.$/,
    );
    expect(first.claims[0]?.link).toMatch(/^\/traces\/[0-9a-f]{32}\?span=[0-9a-f]{16}&from=20/);
  });

  it('leaves its first failure in the time line of the incident, once', async () => {
    const { sources, incident } = await explained({
      spans: [...healthy(), ...failing()],
      states: states(),
      alerts: alerts(),
    });
    const { refresh } = createFirstFailures(sources.store, sources.incidents);
    const found = () =>
      sources.incidents.historyOf(incident.id).filter(({ kind }) => kind === 'first-failure');
    await refresh(incident.since + 1_000);
    expect(found()).toEqual([]);
    await refresh(incident.since + 20_000);
    await refresh(incident.since + 40_000);
    expect(found()).toEqual([
      {
        at: incident.since - 10_000 + 5,
        kind: 'first-failure',
        component: 'product-data',
        words: 'call product-data',
      },
    ]);
  });

  it('leads to the map where an alert is about no component', () => {
    const range = { from: 0, to: 60_000 };
    expect(linkTo.component('cart', range)).toMatch(/^\/components\/cart\?/);
    expect(linkTo.component('Disk fills/x', range)).toMatch(/^\/\?from=1970/);
  });

  it('says how long one lasted that is over, and says the same again', async () => {
    const known = await explained({
      spans: [...healthy(), ...failing()],
      states: states(),
      alerts: alerts(),
      over: true,
    });
    expect(known.incident.state).toBe('resolved');
    expect(known.said('since')).toContain('it lasted 40 s');
    expect(await known.again()).toEqual(known.first);
  });

  it('says from where to where it spread, with the seconds after the first effect', async () => {
    const { said } = await explained({
      states: states(),
      alerts: [{ component: 'product-data', name: 'StoreErrors' }],
    });
    expect(said('spread')).toBe(
      'It was seen in product-data → product (+2 s) → api-gateway (+7 s).',
    );
  });

  it('says what the failed requests of the suspect have in common', async () => {
    const spans = each([-200, 50], (number) => {
      const isBad = number >= 200 && number % 2 === 0;
      const hops = list(10, isBad ? { error: '22P02' } : {});
      return hops.map((hop) =>
        hop.service === 'product' && hop.calls === undefined
          ? { ...hop, attributes: { 'app.product.id': isBad ? 'stew-pot' : `mug-${number % 5}` } }
          : hop,
      );
    });
    const { said, first } = await explained({
      spans,
      alerts: [{ component: 'product', name: 'UnexpectedErrors' }],
    });
    expect(said('difference')).toBe(
      'The failed requests of product have in common: app.product.id stew-pot (100 %, of the others 0 %).',
    );
    expect(first.claims.find(({ kind }) => kind === 'difference')?.link).toMatch(
      /^\/components\/product\?from=/,
    );
  });

  it('says what the slow requests have in common, and selects them', async () => {
    const spans = each([-200, 50], (number) => {
      const isSlow = number >= 200 && number % 2 === 0;
      return list(isSlow ? 900 : 10).map((hop) =>
        hop.service === 'product' && hop.calls === undefined
          ? { ...hop, attributes: { 'http.route': isSlow ? '/search' : '/products' } }
          : hop,
      );
    });
    const { said, first } = await explained({
      spans,
      alerts: [{ component: 'product', name: 'ServiceSlow' }],
    });
    expect(said('difference')).toContain('http.route /search (100 %, of the others 0 %)');
    expect(first.claims.find(({ kind }) => kind === 'difference')?.link).toContain('selected=');
  });

  it('tells new errors and log messages, those of the suspects first', async () => {
    const record = (service: string, message: string, at: number) =>
      log({ service, message, time: after(at), level: 'error' });
    const { first } = await explained({
      spans: [...healthy(), ...failing()],
      logs: [
        ...Array.from({ length: 9 }, (_, index) => record('product', 'gave-up', index)),
        record('product', 'known', -150),
        record('product', 'known', 5),
        record('product-data', 'too many clients', 3),
        log({ service: 'cart', message: 'of-no-suspect', time: after(3) }),
        log({ service: 'product', message: 'http-request', time: after(-150) }),
        record('product', 'http-request', 4),
        record('payment', 'elsewhere', 3),
      ],
      alerts: [{ component: 'product-data', name: 'StoreErrors' }],
    });
    const messages = first.claims.filter(({ kind }) => kind === 'message');
    expect(messages[0]?.words).toBe('New in product-data, once: “too many clients”.');
    expect(messages[1]?.words).toBe('New in product, 50 times: “refused: 53300”.');
    expect(JSON.stringify(messages)).not.toMatch(/known|elsewhere|of-no-suspect|http-request/);
  });

  it('tells a version of a component that came shortly before, and none of others', async () => {
    const { first, said } = await explained({
      states: states(),
      alerts: alerts(),
      changes: [
        { at: after(-30), service: 'product', kind: 'release', before: '1.4.0', after: '1.5.0' },
        { at: after(-20), service: 'payment', kind: 'restart', before: 'a', after: 'b' },
        { at: after(-10), service: 'web-gateway', kind: 'restart', before: 'a', after: 'b' },
        { at: after(-900), service: 'product', kind: 'restart', before: 'a', after: 'b' },
      ],
    });
    expect(said('change')).toBe('product got another version (1.4.0 → 1.5.0) 40 s before.');
    expect(first.claims.filter(({ kind }) => kind === 'change')).toHaveLength(1);
  });

  it('is computed once for all who ask at the same time', async () => {
    const { again } = await explained({ states: states(), alerts: alerts() });
    const [one, other] = await Promise.all([again(), again()]);
    expect(one).toBe(other);
    expect(await again()).not.toBe(one);
  });

  it('has at most eight lines', async () => {
    const { first } = await explained({
      spans: [...healthy(), ...failing()],
      states: states(),
      alerts: alerts(),
      logs: ['a', 'b', 'c', 'd'].map((message) =>
        log({ service: 'product', message, time: after(4) }),
      ),
      changes: [{ at: after(-3), service: 'product', kind: 'restart', before: 'a', after: 'b' }],
    });
    expect(first.suspects.length + first.claims.length).toBeLessThanOrEqual(8);
  });
});

describe('the route of an explanation', () => {
  it('responds for an incident, and says which there is not', async () => {
    const { store, close } = await openStore();
    const { incidents, fire } = setUp();
    const console_ = await startConsole({ sources: { store, incidents } });
    fire('cart', { name: 'ServiceDown', summary: 'A service does not answer: cart' });
    const known = await console_.client(consoleRoutes).explanation({ params: { id: 1 } });
    expect(known).toMatchObject({ incident: 1, suspects: [{ component: 'cart' }] });
    expect(await refused(fetch(`${console_.url}/api/incidents/7/explanation`))).toMatchObject({
      status: 404,
      code: 'unknown-incident',
    });
    await console_.stop();
    await close();
  });
});
