import { join } from 'node:path';
import type { Incident } from '@faultline/contracts/console';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lastOfEach, openEventLog } from '../src/events/event-log';
import { Listeners } from '../src/events/listeners';
import { startNotifier, Told } from '../src/incidents/notifier';
import { sendToSlack, slackMessage } from '../src/incidents/slack';
import { person } from './incidents-for-test';
import { scratchDirectory } from './scratch';
import { startSlack } from './slack-for-test';

const incidentOf = (parts: Partial<Incident> = {}): Incident => ({
  id: 1,
  title: 'Payments fail',
  priority: 'page',
  component: 'payment',
  components: ['payment'],
  state: 'open',
  since: Date.now() - 5_000,
  alerts: [
    {
      name: 'PaymentsFailing',
      summary: 'Payments fail <now>',
      priority: 'page',
      component: 'payment',
      since: Date.now() - 5_000,
    },
  ],
  ...parts,
});

/** Incidents that a test changes. */
const incidentsOf = (...all: Incident[]) => {
  const listeners = new Listeners<Incident>();
  const byId = new Map(all.map((incident) => [incident.id, incident]));
  return {
    all: () => [...byId.values()],
    find: (id: number) => byId.get(id),
    subscribe: listeners.subscribe,
    change: (incident: Incident) => {
      byId.set(incident.id, incident);
      listeners.tell(incident);
    },
  };
};

const start = async (
  incidents: ReturnType<typeof incidentsOf>,
  {
    slack,
    directory = scratchDirectory(),
    firstPauseMs = 20,
  }: { slack: { url: string }; directory?: string; firstPauseMs?: number },
) => {
  const failures: string[] = [];
  const shortened: number[] = [];
  const notifier = startNotifier({
    incidents,
    told: openEventLog({
      file: join(directory, 'told.jsonl'),
      schema: Told,
      maxAge: 3_600_000,
      survivors: lastOfEach(({ incident }) => String(incident)),
      unusable: (_, reason) => expect.unreachable(reason),
    }),
    send: (incident, signal, before) =>
      sendToSlack(slack.url, slackMessage(incident, 'http://console.test', before), signal),
    failed: (_, reason) => failures.push(reason),
    shortened: (incident) => shortened.push(incident),
    firstPauseMs,
  });
  onTestFinished(notifier.close);
  return { ...notifier, failures, shortened, directory };
};

const statesOf = ({ heard }: { heard: readonly string[] }) =>
  heard.map((message) => /(open|acknowledged|resolved): /.exec(message)?.[1]);

describe('Slack is told of an incident', () => {
  it('when it is opened, acknowledged and resolved, each once', async () => {
    const slack = await startSlack();
    const incidents = incidentsOf(incidentOf());
    await start(incidents, { slack });
    await expect.poll(() => statesOf(slack)).toEqual(['open']);
    incidents.change(incidentOf({ state: 'acknowledged', acknowledgedBy: person('ada') }));
    await expect.poll(() => statesOf(slack)).toEqual(['open', 'acknowledged']);
    incidents.change(
      incidentOf({ state: 'acknowledged', acknowledgedBy: person('ada'), priority: 'page' }),
    );
    incidents.change(
      incidentOf({ state: 'resolved', resolved: Date.now(), resolvedBy: person('ada') }),
    );
    await expect.poll(() => statesOf(slack)).toEqual(['open', 'acknowledged', 'resolved']);
  });

  it('again when it becomes a page', async () => {
    const slack = await startSlack();
    const incidents = incidentsOf(incidentOf({ priority: 'ticket' }));
    await start(incidents, { slack });
    await expect.poll(() => slack.heard.length).toBe(1);
    incidents.change(incidentOf({ priority: 'page' }));
    await expect.poll(() => slack.heard.at(-1)).toContain('Incident 1 (page), open');
    incidents.change(
      incidentOf({ state: 'resolved', resolved: Date.now(), resolvedBy: person('ada') }),
    );
    await expect.poll(() => statesOf(slack)).toEqual(['open', 'open', 'resolved']);
  });

  it('again when it is about another component, also after a restart, and only once', async () => {
    const slack = await startSlack();
    const acknowledged = { state: 'acknowledged', acknowledgedBy: person('ada') } as const;
    const incidents = incidentsOf(incidentOf(acknowledged));
    const first = await start(incidents, { slack });
    await expect.poll(() => slack.heard.length).toBe(1);
    incidents.change(
      incidentOf({ ...acknowledged, component: 'payment-data', title: 'Store away' }),
    );
    await expect.poll(() => slack.heard.length).toBe(2);
    expect(slack.heard[1]).toContain('Incident 1 (page), acknowledged: Store away');
    expect(slack.heard[1]).toContain('now about payment-data, no longer about payment');
    await first.close();
    await start(incidents, { slack, directory: first.directory });
    incidents.change(incidentOf({ id: 2 }));
    await expect.poll(() => slack.heard.length).toBe(3);
    expect(slack.heard[2]).toContain('Incident 2');
  });

  it('also while Slack refuses what is said of another', async () => {
    const slack = await startSlack();
    slack.refuses = 'Poison';
    const incidents = incidentsOf(incidentOf({ title: 'Poison' }), incidentOf({ id: 2 }));
    const { failures } = await start(incidents, { slack });
    await expect.poll(() => slack.heard.length).toBe(1);
    expect(slack.heard[0]).toContain('Incident 2');
    await expect.poll(() => failures[0]).toBe('Slack responded with 400');
  });

  it('at once, while it is waited to tell another one again', async () => {
    const slack = await startSlack();
    slack.refuses = 'Poison';
    const incidents = incidentsOf(incidentOf({ title: 'Poison' }));
    const { failures } = await start(incidents, { slack, firstPauseMs: 60_000 });
    await expect.poll(() => failures.length).toBe(1);
    incidents.change(incidentOf({ id: 2 }));
    await expect.poll(() => slack.heard.length).toBe(1);
    expect(slack.heard[0]).toContain('Incident 2');
    expect(failures.length).toBe(2);
  });

  it('as it is by then, when Slack is back', async () => {
    const slack = await startSlack();
    slack.status = 503;
    const incidents = incidentsOf(incidentOf(), incidentOf({ id: 2 }));
    const { failures } = await start(incidents, { slack });
    await expect.poll(() => slack.attempts).toBeGreaterThan(2);
    incidents.change(incidentOf({ id: 2, state: 'acknowledged', acknowledgedBy: person('ada') }));
    slack.status = 200;
    await expect.poll(() => slack.heard.length).toBe(2);
    expect(statesOf(slack).toSorted()).toEqual(['acknowledged', 'open']);
    expect(failures[0]).toBe('Slack responded with 503');
    expect(failures.join()).not.toContain('secret');
  });

  it('after a restart of the console, of what was not told, and of nothing twice', async () => {
    const slack = await startSlack();
    const incidents = incidentsOf(incidentOf());
    const first = await start(incidents, { slack });
    await expect.poll(() => slack.heard.length).toBe(1);
    slack.status = 500;
    incidents.change(
      incidentOf({ state: 'resolved', resolved: Date.now(), resolvedBy: person('ada') }),
    );
    await expect.poll(() => first.failures.length).toBeGreaterThan(0);
    await first.close();
    slack.status = 200;
    await start(incidents, { slack, directory: first.directory });
    await expect.poll(() => statesOf(slack)).toEqual(['open', 'resolved']);
  });

  it('in shorter texts than Slack takes, which is told once', async () => {
    const slack = await startSlack();
    const long = incidentOf({ title: 'y'.repeat(301) });
    const incidents = incidentsOf(long, incidentOf({ id: 2, title: 'y'.repeat(300) }));
    const { shortened } = await start(incidents, { slack });
    await expect.poll(() => slack.heard.length).toBe(2);
    incidents.change({ ...long, state: 'acknowledged', acknowledgedBy: person('ada') });
    await expect.poll(() => slack.heard.length).toBe(3);
    expect(shortened).toEqual([1]);
  });

  it('but not of one that was over a day ago', async () => {
    const slack = await startSlack();
    const day = 25 * 60 * 60 * 1000;
    const over = incidentOf({
      state: 'resolved',
      resolved: Date.now() - day,
      resolvedBy: person('ada'),
    });
    await start(incidentsOf(over, incidentOf({ id: 2 })), { slack });
    await expect.poll(() => statesOf(slack)).toEqual(['open']);
  });
});

it('says what is wrong, since when, how bad, and where to look', () => {
  const since = Date.parse('2026-11-26T12:00:00Z');
  const resolved = {
    state: 'resolved',
    resolved: since + 90_000,
    resolvedBy: { kind: 'recovery' },
    acknowledged: since + 9_000,
    acknowledgedBy: person('ada'),
  } as const;
  expect(slackMessage(incidentOf({ since, ...resolved }), 'http://console.test')).toEqual({
    text: 'Incident 1 (page), resolved: Payments fail',
    attachments: [
      {
        color: 'good',
        text: 'from 2026-11-26 12:00:00 UTC, for 90 s; acknowledged by ada; recovered\n• Payments fail &lt;now&gt;\n<http://console.test/incidents/1|Console>',
      },
    ],
  });
});

it('says of a person called recovery that they resolved it', () => {
  const resolved = { state: 'resolved', resolved: 1, resolvedBy: person('recovery') } as const;
  const { attachments } = slackMessage(incidentOf(resolved), 'http://console.test');
  expect(attachments[0]?.text).toContain('; resolved by recovery\n');
});

it('says of what is no longer told that it is so, and not that it has recovered', () => {
  const resolved = { state: 'resolved', resolved: 1, resolvedBy: { kind: 'expiry' } } as const;
  const { attachments } = slackMessage(incidentOf(resolved), 'http://console.test');
  expect(attachments[0]?.text).toContain('; no longer told by Alertmanager\n');
});

it('cuts what others’ rules say at length', () => {
  const [alert] = incidentOf().alerts;
  const alerts = alert ? [{ ...alert, summary: 'x'.repeat(5_000) }] : [];
  const { text, attachments } = slackMessage(
    incidentOf({ title: 'y'.repeat(5_000), alerts }),
    'http://console.test',
  );
  expect(text).toBe(`Incident 1 (page), open: ${'y'.repeat(300)}…`);
  expect(attachments[0]?.text).toContain(`• ${'x'.repeat(300)}…\n`);
});
