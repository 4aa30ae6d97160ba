import { expect, vi } from 'vitest';
import { postMortem } from '../src/post-mortem/post-mortem';
import type { ConsoleSources } from '../src/sources';
import { person, setUp } from './incidents-for-test';
import type { StoreForTest } from './open-store';
import { began, seconds, shop } from './post-mortem-for-test';
import { scratchDirectory } from './scratch';
import { alertsOf } from './sources';

const address = 'http://console.example';

/** Makes incidents and their post-mortems on a store, while Date is a fake. */
export const postMortemsOf = (storeForTest: () => StoreForTest) => {
  const contextOf = (
    incidents: ConsoleSources['incidents'],
    other: Partial<Pick<ConsoleSources, 'health' | 'metrics' | 'store'>> = {},
  ) => ({
    consoleUrl: address,
    storeUrl: () => undefined,
    sources: {
      ...shop(),
      store: storeForTest().store,
      alerts: alertsOf([]),
      probes: { latest: () => [] },
      intake: { url: '', counts: () => expect.unreachable() },
      incidents,
      ...other,
    },
  });

  /** An incident of payment that was acknowledged, commented on, and is over after 110 seconds. */
  const incidentOver = (comment = 'the provider is down', directory = scratchDirectory()) => {
    vi.setSystemTime(began);
    const { incidents, fire, end } = setUp(directory);
    const failing = { name: 'PaymentsFailing', summary: 'Payments fail' } as const;
    fire('payment', failing);
    vi.setSystemTime(seconds(20));
    fire('api-gateway');
    incidents.acknowledge(1, person('ada'));
    vi.setSystemTime(seconds(30));
    incidents.comment(1, person('bob'), comment);
    vi.setSystemTime(seconds(110));
    fire('payment', { ...failing, resolvedAt: Date.now() });
    end('api-gateway');
    incidents.evaluate(seconds(130));
    vi.setSystemTime(seconds(300));
    return incidents;
  };

  const write = async (incidents: ConsoleSources['incidents']) => {
    const made = await postMortem(contextOf(incidents), 1);
    return { ...made, text: made.markdown(({ name }) => name) };
  };

  /** The lines of a section, without empty ones. */
  const section = (text: string, title: string): string[] => {
    const [, after = ''] = text.split(`\n## ${title}\n`);
    const [own = ''] = after.split('\n## ');
    return own.split('\n').filter((line) => line !== '');
  };
  return { contextOf, incidentOver, write, section };
};
