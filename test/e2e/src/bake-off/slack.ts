import { createServer } from 'node:http';
import { basename } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '@faultline/stores';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';

const Message = Type.Object({
  attachments: Type.Array(Type.Object({ title_link: Type.String(), color: Type.String() })),
});

/** The color of messages that say that all alerts of a component are over. */
const good = 'good';

interface Told {
  at: number;
  component: string;
  isOver: boolean;
}

/** What stands in for Slack: it takes the messages of an Alertmanager, and remembers when. Times are ms since 1970. */
export interface Slack {
  url: string;
  /** When it was told the first time since a moment that something is wrong. */
  toldSince(since: number): number | undefined;
  /** What it was told last of a component, since a moment. */
  lastOf(component: string, since: number): 'firing' | 'over' | undefined;
  /** When it had been told of the end of everything that it was told of since a moment; undefined if not in time. */
  untilResolved(since: number, milliseconds: number): Promise<number | undefined>;
  stop(): Promise<void>;
}

export const startSlack = async (): Promise<Slack> => {
  const all: Told[] = [];
  const port = await freePort();
  const server = createServer(async (request, response) => {
    const body = await text(request);
    response.end('ok');
    if (request.url !== '/') return;
    for (const { title_link, color } of Parse(Message, JSON.parse(body)).attachments)
      all.push({ at: Date.now(), component: basename(title_link), isOver: color === good });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    toldSince: (since) => all.find(({ at, isOver }) => at >= since && !isOver)?.at,
    lastOf: (component, since) => {
      const told = all.findLast((each) => each.at >= since && each.component === component);
      return told && (told.isOver ? 'over' : 'firing');
    },
    untilResolved: async (since, milliseconds) => {
      const deadline = Date.now() + milliseconds;
      while (Date.now() < deadline) {
        const last = new Map(
          all.filter(({ at }) => at >= since).map((told) => [told.component, told]),
        );
        if ([...last.values()].every(({ isOver }) => isOver)) return all.at(-1)?.at;
        await delay(500);
      }
      return undefined;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
