import { consoleRoutes } from '@faultline/contracts/console';
import { id } from '@faultline/otlp/testing';
import { ProblemError } from '@faultline/service';
import { objectives } from '@faultline/slo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noIncidents } from '../src/bundle/recorded';
import { plain } from '../src/post-mortem/markdown';
import { postMortem } from '../src/post-mortem/post-mortem';
import { fakeDateFrom } from './fake-date';
import { openStore, type StoreForTest } from './open-store';
import {
  began,
  downSeconds,
  grown,
  seconds,
  takeFailedRequests,
  values,
} from './post-mortem-for-test';
import { postMortemsOf } from './write-post-mortem';

let test: StoreForTest;
let hashes: string[];
beforeAll(async () => {
  test = await openStore();
  hashes = await takeFailedRequests(test);
});
afterAll(() => test.close());
fakeDateFrom(began);

const { contextOf, incidentOver, write, section } = postMortemsOf(() => test);

describe('the post-mortem of an incident that is over', () => {
  it('begins with what it was, how long it lasted, and who did what', async () => {
    const { text } = await write(incidentOver());
    expect(text.split('\n## ')[0]).toBe(`# Post-mortem: Payments fail

|  |  |
| --- | --- |
| Priority | page |
| Components | payment, api-gateway |
| Began | 2026-11-26 12:00:00 UTC, with its first alert |
| Duration | 1 min 50 s |
| Acknowledged | by ada after 20 s, at 2026-11-26 12:00:20 UTC |
| Resolved | by itself: its last alert ended at 2026-11-26 12:01:50 UTC |
`);
    expect(text.match(/^## .*/gm)).toEqual(
      [
        'Summary',
        'What the console found',
        'Impact',
        'The service map',
        'Time line',
        'Alerts',
        'Evidence',
        'What went well',
        'What went badly',
        'Actions',
      ].map((title) => `## ${title}`),
    );
  });

  it('counts what it cost from the first failure to the end, as all scrapes one by one do', async () => {
    const { text } = await write(incidentOver());
    const [from, to] = [seconds(-10), seconds(110)];
    const failed = grown(values.failed, from, to);
    const requests = failed + grown(values.served, from, to);
    const share = Number(((failed / requests) * 100).toPrecision(2));
    const gateway = `${failed} of ${requests.toLocaleString('en')} (${share} %)`;
    const payments = grown(values.failedPayments, from, to);
    expect(payments).toBeGreaterThan(0);
    const impact = section(text, 'Impact');
    expect(impact).toEqual(
      expect.arrayContaining([
        'Counted from 2026-11-26 11:59:50 UTC to 2026-11-26 12:01:50 UTC.',
        `| Failed requests at web-gateway | ${gateway} |`,
        `| Failed requests at api-gateway | ${gateway} |`,
        `| Failed payments | ${payments} |`,
      ]),
    );
    expect(section(text, 'Summary')[0]).toContain(
      `${gateway} requests failed at web-gateway, and ${payments} payments failed.`,
    );
  });

  it('tells what was spent of each budget, in its own unit and as a share of the month', async () => {
    const { text } = await write(incidentOver());
    const [from, to] = [seconds(-10), seconds(110)];
    const row = (title: string) =>
      section(text, 'Impact')
        .find((line) => line.startsWith(`| ${title}`))
        ?.split('|')
        .map((cell) => cell.trim())
        .slice(3, 5);
    const percent = (share: number) => `${Number((share * 100).toPrecision(2))} %`;
    const payments = grown(values.failedPayments, from, to);
    const down = downSeconds(from, to);
    const failed = grown(values.failed, from, to);
    const slow = grown(values.slow, from, to);
    const all = failed + grown(values.served, from, to);
    // From the scrape before the range, which is counted from, to the last one within.
    const length = (to - from) / 1000 + 2;
    const ofRequests = (bad: number, objective: number) =>
      percent(((bad / all) * length) / ((1 - objective) * objectives.month));
    expect(row('Payments do not fail')).toEqual([
      `${payments} failed payments`,
      percent(payments / objectives.failedPayments),
    ]);
    expect(row('The checks of api-gateway')).toEqual([
      `${down} seconds of downtime`,
      percent(down / (objectives.month * (1 - objectives.availability))),
    ]);
    expect(row('The checks of web-gateway')).toEqual(['0 seconds of downtime', '0 %']);
    expect(row('Requests get a response')).toEqual([
      `${slow} slow requests`,
      ofRequests(slow, objectives.inTime),
    ]);
    expect(row('Checkouts do not fail')).toEqual([
      `${failed} failed checkouts`,
      ofRequests(failed, objectives.checkoutSuccess),
    ]);
    expect(row('Searches do not fail')).toEqual(['0 failed searches', '0 %']);
  });

  it('counts the sessions that met a failure, without the console’s checks, and shows none of them', async () => {
    const { text } = await write(incidentOver());
    expect(section(text, 'Impact')).toEqual(
      expect.arrayContaining([
        '| Shoppers affected | 3 sessions with a failed request |',
        '| Failed requests of unknown shoppers | 2 |',
      ]),
    );
    for (const hash of hashes) expect(text).not.toContain(hash);
  });

  it('has its whole time line with absolute times, and its alerts with their runbooks', async () => {
    const { text } = await write(incidentOver());
    expect(section(text, 'Time line').slice(2)).toEqual([
      '| 2026-11-26 11:59:00 UTC | Change | payment | version: 1.0.0 → 1.1.0 |',
      '| 2026-11-26 11:59:50 UTC | State | payment | red: 25 % of its requests fail, over 5 % |',
      '| 2026-11-26 12:00:00 UTC | Alert fired | payment | Payments fail |',
      '| 2026-11-26 12:00:20 UTC | State | api-gateway | red: 8 % of its requests fail, over 5 % |',
      '| 2026-11-26 12:00:20 UTC | Alert fired | api-gateway | The requests to a service fail: api-gateway |',
      '| 2026-11-26 12:00:20 UTC | Acknowledged |  | by ada |',
      '| 2026-11-26 12:00:30 UTC | Comment |  | the provider is down by bob |',
      '| 2026-11-26 12:01:40 UTC | State | api-gateway | green |',
      '| 2026-11-26 12:01:50 UTC | Alert ended | payment | Payments fail |',
      '| 2026-11-26 12:01:50 UTC | Alert ended | api-gateway | The requests to a service fail: api-gateway |',
      '| 2026-11-26 12:01:50 UTC | Resolved |  | its alerts ended |',
    ]);
    expect(section(text, 'Alerts')).toContain(
      '| Payments fail | payment | page | 2026-11-26 12:00:00 UTC | 2026-11-26 12:01:50 UTC | [PaymentsFailing](docs/runbooks/PaymentsFailing.md) |',
    );
  });

  it('leads to the console with absolute times: the worst moment, components, logs and traces', async () => {
    const { text, bundle } = await write(incidentOver());
    const evidence = section(text, 'Evidence').join('\n');
    const links = [...evidence.matchAll(/\[([^\]]*)\]\(([^)]*)\)/g)].map(([, words, href]) => {
      const url = new URL(href ?? '');
      const { from, to, q } = Object.fromEntries(url.searchParams);
      return [words, url.pathname, from, to, q];
    });
    const range = ['2026-11-26T11:59:50.000Z', '2026-11-26T12:01:50.000Z'];
    expect(links.slice(0, 6)).toEqual([
      ['The incident', '/incidents/1', undefined, undefined, undefined],
      [
        'The service map at the worst moment',
        '/',
        '2026-11-26T11:45:20.000Z',
        '2026-11-26T12:00:20.000Z',
        undefined,
      ],
      ['Component payment', '/components/payment', ...range, undefined],
      ['Component api-gateway', '/components/api-gateway', ...range, undefined],
      ['Errors in logs', '/logs', ...range, 'level:error'],
      ['Traces that failed', '/traces', ...range, 'status:ERROR'],
    ]);
    expect(links.slice(6)).toHaveLength(3);
    expect(links[6]).toEqual([`Failed trace ${id(6)}`, `/traces/${id(6)}`, ...range, undefined]);
    expect(bundle).toEqual({
      name: 'faultline-2026-11-26T11-55-00.jsonl.gz',
      range: { from: seconds(-300), to: seconds(170) },
    });
    expect(evidence).toContain(bundle.name);
    expect(evidence).toContain(`/api/bundle?from=${seconds(-300)}&to=${seconds(170)}`);
  });

  it('has what the console derived from telemetry, with links to its pages', async () => {
    const { text } = await write(incidentOver());
    const [, ...findings] = section(text, 'What the console found');
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings)
      expect(finding).toMatch(/^- .*\(\[evidence\]\(http:\/\/console\.example\/[^ )]+\)\)$/);
    expect(findings.join('\n')).toContain('payment');
  });

  it('has the map at the start, at the worst moment and after it, with the states in words', async () => {
    const { text, pictures } = await write(incidentOver());
    expect(text).toContain('![Service map. Worst moment: 2026-11-26 12:00:20 UTC](map-worst.svg)');
    const stateIn = (svg: string, component: string) =>
      new RegExp(`>${component}</text>\\n<text[^>]*>(\\w+)<`).exec(svg)?.[1];
    const states = pictures.map(({ name, title, svg }) => [
      name,
      title,
      ...['payment', 'api-gateway', 'web-gateway', 'cart'].map((each) => stateIn(svg, each)),
    ]);
    expect(states).toEqual([
      ['map-start.svg', 'Start: 2026-11-26 11:59:50 UTC', 'Failing', 'OK', 'Unknown', 'Unknown'],
      [
        'map-worst.svg',
        'Worst moment: 2026-11-26 12:00:20 UTC',
        'Failing',
        'Failing',
        'Warning',
        'Unknown',
      ],
      ['map-after.svg', 'After it: 2026-11-26 12:02:50 UTC', 'OK', 'OK', 'OK', 'Unknown'],
    ]);
    for (const { svg } of pictures) {
      expect(Buffer.byteLength(svg)).toBeLessThan(20_000);
      expect(svg).not.toMatch(/<script|href|url\(/);
    }
  });
});

it('is not there for an unknown incident', async () => {
  await expect(postMortem(contextOf(noIncidents), 7)).rejects.toThrow(
    expect.objectContaining({ code: consoleRoutes.incident.problems[404][0] }),
  );
  await expect(postMortem(contextOf(noIncidents), 7)).rejects.toBeInstanceOf(ProblemError);
});

describe('a text of a person', () => {
  it('changes nothing but its own cell of the time line', async () => {
    const evil =
      'a | b\n\n# Heading\n- item\r\n<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) `code *b* _i_ ~~s~~ \\| $x$ @ada';
    const [calm, attacked] = [
      (await write(incidentOver('COMMENT'))).text,
      (await write(incidentOver(evil))).text,
    ];
    expect(attacked).toBe(calm.replace('COMMENT', plain(evil)));
    expect(attacked).not.toContain('<script');
    expect(attacked).not.toContain('<img');
    expect(plain('a|b')).toBe('a\\|b');
  });
});
