import { setTimeout as delay } from 'node:timers/promises';
import type { Demo } from './demo';
import type { Display } from './terminal/demo-view';

/** npm forwards a Ctrl-C that the terminal has also sent to this process. Within this time, both count as one. */
const sameMs = 1_000;
/** The time between the second Ctrl-C and the exit. */
const forcedMs = 1_000;
/** The exit code of a program that Ctrl-C ended. */
const forced = 130;

/** Runs a demo until a signal stops it. Resolves with the exit code; rejects with a DemoError. */
export const run = async (demo: Demo, display: Display): Promise<number> => {
  const asked = onceAsked();
  try {
    const outcome = await Promise.race([demo.start(), asked.first]);
    if (outcome !== 'asked') display.ready();
    await asked.first;
    display.stopping();
    const code = await Promise.race([
      demo.stop().then(() => 0),
      asked.second.then(() => force(demo)),
    ]);
    display.stopped();
    return code;
  } finally {
    display.close();
  }
};

/** Resolve at the first and at the second request to end the demo. */
const onceAsked = () => {
  const first = Promise.withResolvers<'asked'>();
  const second = Promise.withResolvers<'asked'>();
  let firstAt: number | undefined;
  const ask = () => {
    firstAt ??= Date.now();
    (Date.now() - firstAt < sameMs ? first : second).resolve('asked');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  // The terminal, the reader of the output or the parent process has gone.
  process.stdout.once('error', ask);
  process.once('disconnect', ask);
  return { first: first.promise, second: second.promise };
};

const force = async (demo: Demo): Promise<number> => {
  demo.killAll();
  await Promise.race([demo.stop(), delay(forcedMs)]);
  return forced;
};
