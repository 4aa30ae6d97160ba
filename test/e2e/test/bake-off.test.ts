import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { faultKeys } from '@faultline/faults';
import { freePort } from '@faultline/stores';
import { expect, it, onTestFinished } from 'vitest';
import type { Finding } from '../src/bake-off/detectors';
import { withPart } from '../src/bake-off/page';
import { falseAlarmsPerHour, watchHealthy } from '../src/bake-off/quiet';
import { renderFaults, renderHealthy } from '../src/bake-off/report';
import { verdictsOn } from '../src/bake-off/verdicts';

const alert = (component: string): Finding => ({
  detector: 'alert',
  name: `ServiceErrors ${component}`,
  component,
});

it('tells what a detector said after the switch, and when it named the component with the fault', () => {
  const verdicts = verdictsOn(
    'payment',
    [alert('cart')],
    [
      { seconds: 1, findings: [alert('cart')] },
      { seconds: 3, findings: [alert('cart'), alert('api-gateway')] },
      { seconds: 6, findings: [alert('api-gateway'), alert('payment-data')] },
      { seconds: 9, findings: [alert('payment')] },
    ],
  );
  expect(verdicts.find(({ detector }) => detector === 'alert')).toEqual({
    detector: 'alert',
    blamed: [
      { component: 'api-gateway', seconds: 3 },
      { component: 'payment-data', seconds: 6 },
      { component: 'payment', seconds: 9 },
    ],
    located: { seconds: 6, before: 1 },
  });
  expect(verdicts.find(({ detector }) => detector === 'loki')).toEqual({
    detector: 'loki',
    blamed: [],
    located: undefined,
  });
});

it('sums up what was seen, located, and said of a healthy shop', () => {
  const healthy = renderHealthy(
    {
      minutes: 20,
      duringRollOuts: { sent: 900, failed: 2 },
      falseAlarms: [alert('product')],
      ofRestarts: [alert('cart'), alert('cart')],
      installed: { falseAlarms: [], ofRestarts: [alert('session')] },
    },
    'a machine',
  );
  const text = renderFaults(
    [
      {
        key: 'payment',
        suspects: ['api-gateway', 'payment-provider'],
        told: 5.2,
        resolved: 61,
        notQuiet: [],
        verdicts: verdictsOn('payment', [], [{ seconds: 4.2, findings: [alert('payment')] }]),
      },
      {
        key: 'searchSql',
        suspects: undefined,
        told: undefined,
        resolved: undefined,
        notQuiet: ['ServiceSlow cart'],
        verdicts: verdictsOn('searchSql', [], [{ seconds: 7, findings: [alert('api-gateway')] }]),
      },
    ],
    'a machine',
  );
  expect(text).toContain('| seen | 0 of 2 | 0 of 2 | 2 of 2 | 0 of 2 | 0 of 2 |');
  expect(text).toContain('| located | 0 of 2 | 0 of 2 | 1 of 2 | 0 of 2 | 0 of 2 |');
  expect(healthy).toContain('| false alarms an hour | 0.0 | 0.0 | 3.0 | 0.0 | 0.0 |');
  expect(text).toContain('an incident for 1 of 2 faults');
  expect(text).toContain('is the culprit in 0, one of the first three in 1');
  expect(healthy).toContain('of the 900 requests of shoppers from then to the restart, 2 failed');
  expect(healthy).toContain('False alarms, with their number: alerts: ServiceErrors product (1).');
  expect(healthy).toContain('for seconds: alerts: ServiceErrors cart (2).');
  expect(healthy).toContain(
    'said meanwhile: nothing; and of the restarts: alerts: ServiceErrors session (1).',
  );
  expect(text).toContain(
    '| [payment](faults/payment.md) | – | – | **4 s** | – | – | 5 s | 61 s | api-gateway, **payment-provider** |',
  );
  expect(text).toContain('| – | 7 s, elsewhere: api-gateway | – | – | – | – | no incident |');
  expect(text).toContain('Before searchSql, this was still said: ServiceSlow cart.');
});

it('counts false alarms per hour, what begins with a restart apart, and the failed requests of roll-outs', async () => {
  const port = await freePort();
  let status = 404;
  const server = createServer((_, response) => response.writeHead(status).end());
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  let said: Finding[] = [];
  let looks = 0;
  const quiet = await watchHealthy(
    {
      url: `http://127.0.0.1:${port}`,
      rollOut: async () => {
        status = 503;
      },
      restart: async () => {
        status = 404;
        said = [alert('product')];
      },
      look: async () => {
        looks += 1;
        return looks === 1 ? [alert('cart')] : said;
      },
      lookInstalled: async () => [alert('session')],
    },
    0.1,
  );
  expect(quiet).toEqual({
    minutes: 0.1,
    duringRollOuts: expect.objectContaining({ failed: expect.any(Number) }),
    falseAlarms: [alert('cart')],
    ofRestarts: [alert('product')],
    installed: { falseAlarms: [alert('session')], ofRestarts: [] },
  });
  const { sent, failed } = quiet.duringRollOuts;
  expect(failed).toBeGreaterThan(0);
  expect(failed).toBeLessThanOrEqual(sent);
  expect(falseAlarmsPerHour(quiet, 'alert')).toBe(600);
  expect(falseAlarmsPerHour(quiet, 'console')).toBe(0);
});

it('replaces one part of the page, and refuses a page without it', () => {
  const page = readFileSync(resolve(__dirname, '../../../docs/detection.md'), 'utf8');
  const changed = withPart(page, 'healthy', 'Nothing was said.');
  expect(changed).toContain('begin -->\n\nNothing was said.\n\n<!-- healthy');
  expect(changed).not.toContain('A healthy shop was watched for');
  expect(changed).toContain('| [payment](faults/payment.md) |');
  expect(withPart(changed, 'healthy', 'Nothing was said.')).toBe(changed);
  expect(() => withPart('# A page', 'faults', '')).toThrow('has no "<!-- faults');
});

it('docs/detection.md has what detected each fault', () => {
  const page = readFileSync(resolve(__dirname, '../../../docs/detection.md'), 'utf8');
  const rows = [...page.matchAll(/^\| \[(\w+)\]\(faults\/\w+\.md\) \|/gm)].map(([, key]) => key);
  expect(rows).toEqual([...faultKeys]);
  expect(page).toMatch(/^A healthy shop was watched for \d+ minutes/m);
});
