import { freePortBase, startProcess } from '@faultline/stores';
import {
  adminPortOffset,
  serviceNames,
  servicePort,
  storeNames,
  storePort,
  toolIntakePort,
  toolNames,
  toolPort,
} from '@faultline/topology';
import { BenchError } from '../bench';
import type { Cleanup } from '../cleanup';
import { cleanEnvironment } from './clean-environment';

export interface NpmStart {
  /** From the moment npm was started until the demo said that it runs. */
  seconds: number;
  /** What the demo itself took of it: without npm, installing and building. */
  demoSeconds: number;
}

interface Options {
  leftovers: Cleanup;
  /** The checkout. */
  cwd: string;
  limitSeconds: number;
  environment?: Readonly<Record<string, string>>;
  /** What is done while it runs; gets the pid of npm. */
  meanwhile?: (npm: number) => Promise<void>;
}

const readyLine = /Faultline runs, ready after (\d+\.\d) s/;
/** The demo stops within 10 s. */
const stopMs = 15_000;

/** What `npm start` listens at. */
const portsFrom = (base: number): number[] => [
  ...serviceNames.map((name) => servicePort(name, base)),
  ...serviceNames.map((name) => servicePort(name, base) + adminPortOffset),
  ...storeNames.map((name) => storePort(name, base)),
  ...toolNames.flatMap((name) => [
    toolPort(name, base),
    toolPort(name, base) + adminPortOffset,
    toolIntakePort(name, base),
  ]),
];

/**
 * Types `npm start` in a checkout, waits until the demo runs, checks that every service says so
 * too, does what is to be done meanwhile, and presses Ctrl-C. Rejects with a BenchError that ends with the program's last line.
 */
export const npmStart = async ({
  leftovers,
  cwd,
  limitSeconds,
  environment = {},
  meanwhile,
}: Options): Promise<NpmStart> => {
  const portBase = await freePortBase(portsFrom);
  const ready = Promise.withResolvers<string>();
  let printed = '';
  const since = performance.now();
  const program = await startProcess({
    command: 'npm',
    arguments: ['start', '--', '--port-base', String(portBase)],
    cwd,
    environment: { ...cleanEnvironment(process.env), ...environment },
    orphanSignal: 'SIGINT',
    log: (chunk) => {
      printed += chunk;
      const [, seconds] = readyLine.exec(printed) ?? [];
      if (seconds !== undefined) ready.resolve(seconds);
    },
  });
  // A terminal sends Ctrl-C to the whole group, which startProcess has made npm's own.
  const interrupt = () => {
    if (program.running) process.kill(-program.pid, 'SIGINT');
  };
  const stop = async () => {
    interrupt();
    const timer = setTimeout(() => program.kill('SIGKILL'), stopMs);
    await program.exited;
    clearTimeout(timer);
  };
  leftovers.add(stop);

  const lastLine = () => printed.trimEnd().split('\n').at(-1) ?? '';
  const timer = setTimeout(
    () => ready.reject(new BenchError(`not ready after ${limitSeconds} s: ${lastLine()}`)),
    limitSeconds * 1000,
  );
  void program.exited.then(() => ready.reject(new BenchError(`npm start ended: ${lastLine()}`)));
  try {
    const demoSeconds = Number(await ready.promise);
    const seconds = (performance.now() - since) / 1000;
    await checkReady(portBase);
    await meanwhile?.(program.pid);
    await stop();
    return { seconds, demoSeconds };
  } finally {
    clearTimeout(timer);
  }
};

const checkReady = async (portBase: number): Promise<void> => {
  for (const name of serviceNames) {
    const port = servicePort(name, portBase) + adminPortOffset;
    const { status } = await fetch(`http://127.0.0.1:${port}/-/ready`);
    if (status !== 200) throw new BenchError(`the demo says that it runs, but ${name} ${status}`);
  }
};
