import { once } from 'node:events';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

// Stands in for helm, kubectl and the cluster behind them, whose state is a file (CLUSTER_STATE): the revisions of a
// release, each with the versions of its components, and what Argo's controller knows of its Rollouts. The tag of a version says
// what it breaks, such as broken-health.

const longAgo = '2026-01-01T00:00:00Z';
const file = process.env.CLUSTER_STATE;
const read = () => JSON.parse(readFileSync(file, 'utf8'));
const current = () => read().revisions.at(-1);
const components = () => Object.entries(current().components);
const breaks = (what) => components().some(([, { tag }]) => tag === `broken-${what}`);

const change = (more) => {
  // Others may read it meanwhile.
  writeFileSync(`${file}.${process.pid}`, JSON.stringify({ ...read(), ...more }));
  renameSync(`${file}.${process.pid}`, file);
};

const print = (value) => console.log(typeof value === 'string' ? value : JSON.stringify(value));

const end = (message) => {
  console.error(message);
  process.exit(1);
};

const rolloutsOf = (revision) =>
  (revision.rollouts ?? read().rollouts ?? []).filter((name) => revision.components[name]);
const isRollout = (name) => rolloutsOf(current()).includes(name);

/** What Argo's controller knows of a Rollout. A slow one is on its way until somebody promotes it. */
const argoOf = (name) => ({
  generation: 1,
  stable: read().revisions[0].components[name].tag,
  ...read().argo?.[name],
});
const know = (name, more) =>
  change({ argo: { ...read().argo, [name]: { ...argoOf(name), ...more } } });

/** Creates a revision, as helm does: it is pending until its command ends. */
const create = (kind, revision, words) => {
  const { revisions } = read();
  const before = revisions.at(-1);
  const now = { status: `pending-${kind}`, updated: new Date().toISOString() };
  const next = { ...before, ...revision, revision: before.revision + 1, ...now };
  const kept = Number(words[words.indexOf('--history-max') + 1]) || 10;
  change({ revisions: [...revisions, next].slice(-kept) });
  for (const name of Object.keys(next.components)) {
    const changes = ['tag', 'digest'].some(
      (key) => next.components[name][key] !== before.components[name]?.[key],
    );
    if (!isRollout(name)) continue;
    const { generation, isAutoscaled } = argoOf(name);
    if (!changes && isAutoscaled) know(name, { generation: generation + 1 });
    if (!changes) continue;
    know(name, {
      generation: generation + 1,
      observed: generation,
      isSlow: kind === 'rollback',
      isScaling: false,
    });
  }
};

/** Ends the newest revision. */
const finish = (more) => {
  const revisions = read().revisions.map((each) => ({
    ...each,
    ...(more.status === 'deployed' && each.status === 'deployed' && { status: 'superseded' }),
  }));
  change({ revisions: [...revisions.slice(0, -1), { ...revisions.at(-1), ...more }] });
};

const workloads = (kinds) =>
  components()
    .filter(([name]) => kinds.includes('rollouts.argoproj.io') || !isRollout(name))
    .map(([name, { tag, digest, revision, replicas = 1 }]) => ({
      kind: isRollout(name) ? 'Rollout' : 'Deployment',
      metadata: {
        name: `faultline-${name}`,
        namespace: 'shop',
        labels: { 'app.kubernetes.io/component': name },
        annotations: {
          ...(revision && { 'faultline.dev/revision': revision }),
          ...(current().chart && { 'faultline.dev/chart-revision': current().chart }),
        },
      },
      spec: {
        replicas,
        template: {
          spec: {
            containers: [{ name, image: `faultline/${name}:${tag}${digest ? `@${digest}` : ''}` }],
          },
        },
      },
      ...(isRollout(name) && { status: rollout(name).status }),
    }));

/** As Argo's controller leaves it: released, rolled back, or on the way until somebody promotes it. */
const rollout = (name) => {
  const { tag } = current().components[name];
  const { generation, observed = generation, stable, ...argo } = argoOf(name);
  const abort = argo.abort || tag === 'broken-canary';
  const isDone =
    tag === stable || argo.promoteFull || !(abort || argo.isSlow || tag === 'broken-steps');
  const metadata = { name: `faultline-${name}`, generation };
  const spec = { template: { image: tag } };
  if (observed < generation) {
    // It forgets what was said of the version before.
    know(name, { observed: generation, abort: undefined, promoteFull: undefined });
    const { abort } = argo;
    return {
      metadata,
      spec,
      status: { observedGeneration: String(observed), phase: 'Healthy', abort },
    };
  }
  if (isDone) know(name, { stable: tag });
  return {
    metadata,
    spec,
    status: {
      observedGeneration: String(generation),
      phase: isDone && !argo.isScaling ? 'Healthy' : abort && !isDone ? 'Degraded' : 'Progressing',
      message: isDone ? '' : 'more replicas need to be updated',
      stableRS: isDone ? tag : stable,
      currentPodHash: tag,
      ...(abort && !isDone && { abort, message: 'Metric "errors" assessed Failed' }),
    },
  };
};

const componentOf = (workload) => workload.replace('faultline-', '');

const canaries = (selector) =>
  components()
    .filter(([name, { canary }]) => canary?.tag && selector.includes(`component=${name},`))
    .map(([name]) => `deployment.apps/faultline-${name}-canary`);

const crashing = {
  metadata: { name: 'faultline-cart-1' },
  status: {
    phase: 'Running',
    containerStatuses: [
      {
        name: 'cart',
        ready: false,
        restartCount: 2,
        state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 10s' } },
      },
    ],
  },
};

const summary = () => ({
  scenario: 'smoke',
  crossed: breaks('smoke') ? ['http_req_failed: rate<0.01'] : [],
  requests: { sent: 40, failed: breaks('smoke') ? 7 : 0 },
});

const health = () => [
  { Name: 'web-gateway', Status: 'OK', StatusTime: '2026-11-20T10:00:00Z' },
  { Name: 'cart', Status: breaks('health') ? 'ERROR' : 'OK', StatusTime: '2026-11-20T10:00:00Z' },
];

const budgets = () =>
  ['checkout', 'search'].map((slo) => ({
    ...{ slo, title: slo, objective: '99 %', unit: 'requests', errors: 0, left: 1 },
    ...(!read().isQuiet && { burn5m: breaks(slo) || read().burning?.includes(slo) ? 80 : 0 }),
  }));

const serve = () =>
  createServer(({ url }, response) => {
    const [status, body] = url.includes('/health/status')
      ? [breaks('health') ? 503 : 200, health()]
      : [breaks('rates') ? 500 : 200, { budgets: budgets() }];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1', function listening() {
    print(`Starting to serve on 127.0.0.1:${this.address().port}`);
  });

const upgrade = async (words) => {
  const terminated = once(process, 'SIGTERM');
  const { revision, services, console: tool } = JSON.parse(await text(process.stdin));
  if (current().status.startsWith('pending'))
    end('Error: UPGRADE FAILED: another operation (install/upgrade/rollback) is in progress');
  if (read().refuses) end('Error: UPGRADE FAILED: values are invalid');
  const description = words[words.indexOf('--description') + 1];
  const before = current().components;
  const given = { ...services, ...(tool && { console: tool }) };
  // As helm does: what is not given stays.
  const components = Object.fromEntries(
    Object.entries(given).map(([name, values]) => [name, { ...before[name], ...values }]),
  );
  create('upgrade', { description: 'Preparing upgrade', chart: revision, components }, words);
  if (breaks('wait')) {
    const alive = setInterval(() => undefined, 1000);
    await terminated;
    clearInterval(alive);
    failed('Upgrade', 'context canceled');
  }
  waitForever(words);
  if (breaks('roll-out') || breaks('pods')) failed('Upgrade', 'context deadline exceeded');
  finish({ status: 'deployed', description });
};

const failed = (command, why) => {
  finish({ status: 'failed', description: `${command} "faultline" failed: ${why}` });
  end(`Error: ${command.toUpperCase()} FAILED: ${why}`);
};

/** What Helm 4 does with a Rollout. */
const waitForever = (words) => {
  if (rolloutsOf(current()).length > 0 && words.includes('--wait'))
    failed('Upgrade', 'resource Rollout not ready');
};

const find = (number) =>
  read().revisions.find(({ revision }) => revision === Number(number)) ??
  end(`Error: release has no ${number} version`);

const rollback = ([, number, ...words]) => {
  const { components, chart, rollouts } = find(number);
  const description = `Rollback to ${number}`;
  create('rollback', { description, components, chart, rollouts }, words);
  waitForever(words);
  finish({ status: 'deployed' });
};

const programs = {
  'helm version': () => print('v4.3.1'),
  'helm history': () => {
    if (components().length === 0) end('Error: release: not found');
    print(
      read().revisions.map(({ revision, status, description, updated = longAgo }) => ({
        ...{ revision, status, description, updated },
      })),
    );
  },
  'helm get': ([, , option, number]) => {
    const revision = option === '--revision' ? find(number) : current();
    print(rolloutsOf(revision).length > 0 ? 'kind: Service\n---\nkind: Rollout' : 'kind: Service');
  },
  'helm upgrade': upgrade,
  'helm rollback': rollback,
  'helm test': () => {
    print(breaks('summary') ? '{"scenario"' : summary());
    if (breaks('smoke')) end('Error: pod faultline-smoke failed');
  },
  'kubectl get': ([kind, name, selector]) => {
    if (kind === 'pods' && breaks('pods')) end('Error from server (Forbidden): pods');
    if (selector?.includes('track=canary')) print(canaries(selector).join('\n'));
    else if (kind !== 'rollouts.argoproj.io')
      print({ items: kind === 'pods' ? [crashing] : workloads(kind) });
    else if (name === '--selector') print({ items: rolloutsOf(current()).map(rollout) });
    else if (isRollout(componentOf(name))) print(rollout(componentOf(name)));
    else end(`Error from server (NotFound): ${kind} "${name}" not found`);
  },
  'kubectl patch': (words) => {
    const { status } = JSON.parse(words[words.indexOf('--patch') + 1]);
    know(componentOf(words[1]), { abort: undefined, ...status });
  },
  'kubectl logs': () => print('{"level":"error","msg":"cart-config-invalid"}'),
  'kubectl proxy': serve,
};

const [program, command, ...words] = process.argv.slice(2);
const { meanwhile, ...rest } = read();
if (meanwhile === `${program} ${command}`) {
  // Somebody else switches a fault.
  writeFileSync(file, JSON.stringify(rest));
  create('upgrade', {}, []);
  if (!rest.isSlow) finish({ status: 'deployed', description: 'Upgrade complete' });
}
await programs[`${program} ${command}`](words);
