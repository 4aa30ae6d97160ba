import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { run, workspaceVersion } from '@faultline/deploy';
import { type Static, type TSchema, Type } from 'typebox';
import { Parse } from 'typebox/value';

export const chart = resolve(__dirname, '../../../../deploy/helm/faultline');

/** The tag of the images that are tested, the chart's own; `npm run test:cluster` has made and loaded them. */
export const imageTag = workspaceVersion(resolve(__dirname, '../../../..'));
/** A release that follows: the same images by another tag, with another build of the storefront. */
export const nextTag = `${imageTag}-next`;

export const Pod = Type.Object({
  metadata: Type.Object({
    name: Type.String(),
    uid: Type.String(),
    labels: Type.Record(Type.String(), Type.String()),
    deletionTimestamp: Type.Optional(Type.String()),
  }),
  status: Type.Object({
    phase: Type.String(),
    conditions: Type.Optional(
      Type.Array(Type.Object({ type: Type.String(), status: Type.String() })),
    ),
    containerStatuses: Type.Optional(Type.Array(Type.Object({ restartCount: Type.Integer() }))),
  }),
});
export type Pod = Static<typeof Pod>;

const List = Type.Object({ items: Type.Array(Type.Unknown()) });
const Status = Type.Object({ version: Type.Integer() });

export const isReady = ({ metadata, status }: Pod): boolean =>
  metadata.deletionTimestamp === undefined &&
  (status.conditions ?? []).some(({ type, status }) => type === 'Ready' && status === 'True');

const assignments = (sets: readonly string[]): string[] => sets.flatMap((set) => ['--set', set]);

/** The chart, installed in a namespace of its own that lets in restricted pods only. */
export class Release {
  readonly name = 'faultline';

  private constructor(readonly namespace: string) {}

  /** Installs it, and waits until all is ready. */
  static async install(sets: readonly string[] = []): Promise<Release> {
    const release = new Release(`faultline-test-${randomBytes(3).toString('hex')}`);
    const security = 'pod-security.kubernetes.io/enforce=restricted';
    try {
      await run('kubectl', ['create', 'namespace', release.namespace]);
      await run('kubectl', ['label', 'namespace', release.namespace, security]);
      await release.helm('install', chart, '--wait', '--timeout', '4m', ...assignments(sets));
      return release;
    } catch (error) {
      await release.remove();
      throw error;
    }
  }

  /** Runs helm on the release: the command, then what follows the release's name. */
  helm(command: string, ...args: readonly string[]): Promise<string> {
    return run('helm', [command, this.name, ...args, '--namespace', this.namespace]);
  }

  /** As a user switches something: everything else stays as it was. */
  upgrade(sets: readonly string[], ...options: readonly string[]): Promise<string> {
    return this.helm(
      'upgrade',
      chart,
      '--reset-then-reuse-values',
      '--force-conflicts',
      ...assignments(sets),
      ...options,
    );
  }

  kubectl(...args: readonly string[]): Promise<string> {
    return run('kubectl', ['--namespace', this.namespace, ...args]);
  }

  /** The release's revision: grows with every upgrade. */
  async revision(): Promise<number> {
    return Parse(Status, JSON.parse(await this.helm('status', '-o', 'json'))).version;
  }

  async list<Item extends TSchema>(
    item: Item,
    kind: string,
    component?: string,
  ): Promise<Static<Item>[]> {
    const labels = [
      'app.kubernetes.io/instance=faultline',
      ...(component === undefined ? [] : [`app.kubernetes.io/component=${component}`]),
    ];
    const printed = await this.kubectl('get', kind, '-o', 'json', '-l', labels.join(','));
    const { items } = Parse(List, JSON.parse(printed));
    return Parse(Type.Array(item), items);
  }

  pods(component?: string): Promise<Pod[]> {
    return this.list(Pod, 'pods', component);
  }

  /** How often containers were started again, by pod; those of jobs left out. */
  async restarts(): Promise<Map<string, number>> {
    const pods = await this.pods();
    return new Map(
      pods
        .filter(({ metadata }) => !['faults', 'load'].includes(component(metadata.labels)))
        .map(({ metadata, status }) => [
          metadata.name,
          (status.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0),
        ]),
    );
  }

  /** Removes the release and its namespace, with the volumes in it. */
  async remove(): Promise<void> {
    await run('helm', [
      'uninstall',
      this.name,
      '--namespace',
      this.namespace,
      '--ignore-not-found',
    ]);
    await run('kubectl', [
      'delete',
      'namespace',
      this.namespace,
      '--ignore-not-found',
      '--wait=false',
    ]);
  }
}

const component = (labels: Readonly<Record<string, string>>): string =>
  labels['app.kubernetes.io/component'] ?? '';
