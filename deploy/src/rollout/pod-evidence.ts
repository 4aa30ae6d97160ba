import { Type } from 'typebox';
import { readJson } from '../read-json';
import type { Component } from './components';
import type { Release } from './release';

const Waiting = Type.Optional(
  Type.Object({ reason: Type.Optional(Type.String()), message: Type.Optional(Type.String()) }),
);
const ContainerStatus = Type.Object({
  name: Type.String(),
  ready: Type.Boolean(),
  restartCount: Type.Integer(),
  state: Type.Object({ waiting: Waiting }),
});
const Statuses = Type.Optional(Type.Array(ContainerStatus));
const Pods = Type.Object({
  items: Type.Array(
    Type.Object({
      metadata: Type.Object({ name: Type.String() }),
      status: Type.Object({
        phase: Type.String(),
        initContainerStatuses: Statuses,
        containerStatuses: Statuses,
      }),
    }),
  ),
});

/** How many lines of a container's log are shown. */
const shownLines = '5';

/** What kubernetes says of pods of these components that are not ready, with the end of what they have logged. */
export const podEvidence = async (
  release: Release,
  workloads: ReadonlyMap<Component, string>,
): Promise<string> => {
  const selector = `app.kubernetes.io/component in (${[...workloads.keys()].join()})`;
  const printed = await release.kubectl('get', 'pods', '--selector', selector, '--output', 'json');
  const { items } = readJson('kubectl get pods', Pods, printed);
  const lines: string[] = [];
  for (const { metadata, status } of items) {
    const all = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])];
    for (const { name, ready, restartCount, state } of all) {
      if (ready) continue;
      const { reason = status.phase, message } = state.waiting ?? {};
      lines.push(`${metadata.name}: ${reason}${message ? `, ${message}` : ''}`);
      // A container that never started has no log.
      const previous = restartCount > 0 ? ['--previous'] : [];
      const log = release.kubectl(
        'logs',
        metadata.name,
        '-c',
        name,
        '--tail',
        shownLines,
        ...previous,
      );
      lines.push(...(await log.catch(() => '')).split('\n').filter(Boolean));
    }
  }
  return lines.join('\n');
};
