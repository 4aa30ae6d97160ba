import {
  type ConsoleEvents,
  eventsPath,
  logTailPath,
  type TailEvents,
} from '@faultline/contracts/console';
import type { RouteApp } from '@faultline/service';
import { Type } from 'typebox';
import { alertState } from '../views/alerts';
import { shownChange } from '../views/changes';
import { logLine } from '../views/logs';
import { conditionsOf } from '../views/search';
import { stateChange } from '../views/states';
import type { ConsoleContext } from './console-context';
import { type EventStream, eventStreams } from './event-streams';

const countsMilliseconds = 2_000;
const faultsMilliseconds = 1_000;
const tailMilliseconds = 500;
/** How many lines are sent at a time at most. */
const tailLines = 200;

/** Repeats some work until a stream ends, one run at a time. A run that fails is left out; the next one tries again. */
const repeat = (milliseconds: number, closed: AbortSignal, work: () => Promise<void>): void => {
  let timer: NodeJS.Timeout;
  const run = (): void => {
    void work()
      .catch(() => undefined)
      .finally(() => {
        if (!closed.aborted) timer = setTimeout(run, milliseconds);
      });
  };
  closed.addEventListener('abort', () => clearTimeout(timer));
  run();
};

const followConsole = (
  { sources, faults }: ConsoleContext,
  { send, closed }: EventStream<ConsoleEvents>,
): void => {
  const { health, alerts, changes, store, intake } = sources;
  const endings = [
    health.subscribe((change) => send('state', stateChange(change, change.at))),
    alerts.subscribe((period) => send('alert', alertState(period, Date.now()))),
    changes.subscribe((change) => send('change', shownChange(change))),
  ];
  closed.addEventListener('abort', () => {
    for (const end of endings) end();
  });
  let last: string | undefined;
  repeat(faultsMilliseconds, closed, async () => {
    const on = (await faults.status())?.map(({ key }) => key);
    const text = JSON.stringify(on);
    if (on && text !== last) send('faults', { on });
    last = text;
  });
  repeat(countsMilliseconds, closed, async () => {
    const [{ spans, logs }, { received, dropped }] = await Promise.all([
      store.contents(),
      intake.counts(),
    ]);
    send('counts', { spans, logs, received, dropped });
  });
};

const followLogs = (
  { sources: { store } }: ConsoleContext,
  conditions: ReturnType<typeof conditionsOf>,
  { send, skip, closed }: EventStream<TailEvents>,
): void => {
  let after: number | undefined;
  repeat(tailMilliseconds, closed, async () => {
    const { items, skipped, next } = await store.tail(after, conditions, tailLines);
    after = next;
    skip(skipped);
    for (const item of items) send('log', logLine(item));
  });
};

const stream = (summary: string) => ({
  summary,
  response: {
    200: {
      description: 'Server-sent events',
      content: { 'text/event-stream': { schema: Type.Unsafe<unknown>({ type: 'string' }) } },
    },
  },
});

/** What changes, and log records as they arrive, as server-sent events. */
export const serveEvents = async (app: RouteApp, context: ConsoleContext): Promise<void> => {
  const streams = await eventStreams(app);
  app.get(
    eventsPath,
    { sse: 'only', schema: stream('States, alerts, changes, faults and counts as they change') },
    async (_request, reply) => followConsole(context, streams.open<ConsoleEvents>(reply)),
  );
  app.get(
    logTailPath,
    {
      sse: 'only',
      schema: {
        ...stream('Log records that fit a search, as they arrive'),
        querystring: Type.Object({ q: Type.String({ default: '' }) }),
      },
      config: { problems: { 400: ['invalid-query'] } },
    },
    async ({ query }, reply) => {
      const conditions = conditionsOf(query.q);
      followLogs(context, conditions, streams.open<TailEvents>(reply));
    },
  );
};
