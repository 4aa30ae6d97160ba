import { runGroup } from './child.mjs';

/** How often a step says how long it has taken: in place in a terminal, else line by line. */
const everyMs = process.stdout.isTTY ? 1_000 : 30_000;

/**
 * Runs a program of which only the failure is interesting: its output is shown when it fails, and
 * then this process ends. A step that takes longer than `quietMs` is announced.
 */
export const step = async (title, command, args, { quietMs = 0, ...options }) => {
  const clock = startClock(title, quietMs);
  const output = [];
  const fail = (reason) => {
    clock.stop();
    process.stderr.write(Buffer.concat(output));
    console.error(`${title}: ${reason}`);
    process.exit(1);
  };
  const collect = (child) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => output.push(chunk));
  };
  const stdio = ['ignore', 'pipe', 'pipe'];
  const code = await runGroup(command, args, { stdio, ...options }, collect).catch((error) =>
    fail(error.message),
  );
  if (code !== 0) fail(`failed (exit code ${code})`);
  clock.stop();
};

const startClock = (title, quietMs) => {
  const startedAt = Date.now();
  let announced = false;
  const announce = () => {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    const line = seconds > 0 ? `${title}: ${seconds} s` : title;
    if (!process.stdout.isTTY) console.log(line);
    else process.stdout.write(`\r${line}`);
    announced = true;
  };
  if (quietMs === 0) announce();
  const first = announced ? undefined : setTimeout(announce, quietMs);
  const ticker = setInterval(() => {
    if (announced) announce();
  }, everyMs);
  return {
    stop: () => {
      clearTimeout(first);
      clearInterval(ticker);
      if (announced && process.stdout.isTTY) process.stdout.write('\n');
    },
  };
};
