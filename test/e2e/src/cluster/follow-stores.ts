import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { storeLines } from '@faultline/demo';
import type { ReceivedLog } from '@faultline/otlp';
import { type StoreName, storeNames, stores } from '@faultline/topology';
import type { Release } from './release';

const follow = ({ namespace }: Release, name: StoreName, logs: ReceivedLog[]) => {
  const child = spawn(
    'kubectl',
    ['logs', '--follow', '--tail=0', '--namespace', namespace, `statefulset/faultline-${name}`],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const take = storeLines(stores[name].engine, ({ level, message }) =>
    logs.push({
      service: name,
      resource: {},
      time: Date.now(),
      level,
      message,
      traceId: '',
      spanId: '',
      attributes: {},
    }),
  );
  child.stdout.on('data', take);
  return child;
};

/** Adds what the stores write to their logs, as an agent on the nodes would; resolves to how to end that. */
export const followStores = (release: Release, logs: ReceivedLog[]): (() => Promise<void>) => {
  const children = storeNames.map((name) => follow(release, name, logs));
  return async () => {
    for (const child of children) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill();
      await once(child, 'exit');
    }
  };
};
