import { setTimeout as delay } from 'node:timers/promises';
import type { Demo } from './demo';
import type { Display } from './terminal/display';

/** npm hands on a Ctrl-C that the terminal has sent to us too: within this time they are one. */
const sameMs = 1_000;
/** Between the second Ctrl-C and the end. */
const forcedMs = 1_000;
/** The exit code of a program that Ctrl-C ended. */
const forced = 130;

/** Runs a demo until it is told to stop. Resolves with the exit code; rejects with a DemoError. */
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

/** Settle when somebody wants the demo to end, for the first and for the second time. */
const onceAsked = () => {
  const first = Promise.withResolvers<'asked'>();
  const second = Promise.withResolvers<'asked'>();
  let firstAt: number | undefined;
  const ask = () => {
    firstAt ??= Date.now();
    (Date.now() - firstAt < sameMs ? first : second).resolve('asked');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  // The terminal or the reader of our lines is gone, or whoever started us as a child.
  process.stdout.once('error', ask);
  process.once('disconnect', ask);
  return { first: first.promise, second: second.promise };
};

const force = async (demo: Demo): Promise<number> => {
  demo.killAll();
  await Promise.race([demo.stop(), delay(forcedMs)]);
  return forced;
};
