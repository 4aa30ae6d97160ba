import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

// Stands in for helm, kubectl and the cluster behind them, whose state is a file (CLUSTER_STATE): the revisions of a
// release, each with the versions of its components. The tag of a version says what it breaks, such as broken-health.

const file = process.env.CLUSTER_STATE;
const read = () => JSON.parse(readFileSync(file, 'utf8'));
const current = () => read().revisions.at(-1);
const components = () => Object.entries(current().components);
const breaks = (what) => components().some(([, { tag }]) => tag === `broken-${what}`);

const change = (more) => writeFileSync(file, JSON.stringify({ ...read(), ...more }));

const add = (revision) => {
  const { revisions } = read();
  change({ revisions: [...revisions, { ...revisions.at(-1), ...revision }] });
};

const print = (value) => console.log(typeof value === 'string' ? value : JSON.stringify(value));

const end = (message) => {
  console.error(message);
  process.exit(1);
};

const isRollout = (name) => read().rollouts?.includes(name);

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
    }));

/** As Argo's controller leaves it: taken back, or on the way until somebody promotes it, if it follows a roll-back. */
const rollout = (workload) => {
  const { description, components } = current();
  const { tag } = components[workload.replace('faultline-', '')];
  const isDone =
    tag !== 'broken-steps' && (!description.startsWith('Rollback') || read().isPromoted);
  return {
    metadata: { generation: 2 },
    status: {
      observedGeneration: '2',
      phase: isDone ? 'Healthy' : 'Progressing',
      message: isDone ? '' : 'more replicas need to be updated',
      stableRS: isDone ? 'b' : 'a',
      currentPodHash: 'b',
      ...(tag === 'broken-canary' && { abort: true, message: 'Metric "errors" assessed Failed' }),
    },
  };
};

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
    burn5m: breaks(slo) || read().burning?.includes(slo) ? 80 : 0,
  }));

const serve = () =>
  createServer(({ url }, response) => {
    const [status, body] = url.includes('/health/status')
      ? [breaks('health') ? 503 : 200, health()]
      : [200, { budgets: budgets() }];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1', function listening() {
    print(`Starting to serve on 127.0.0.1:${this.address().port}`);
  });

const upgrade = async (words) => {
  const { revision, services, console: tool } = JSON.parse(await text(process.stdin));
  if (read().refuses) end('Error: UPGRADE FAILED: values are invalid');
  const description = words[words.indexOf('--description') + 1];
  const before = current().components;
  const given = { ...services, ...(tool && { console: tool }) };
  // As helm does: what is not given stays.
  const components = Object.fromEntries(
    Object.entries(given).map(([name, values]) => [name, { ...before[name], ...values }]),
  );
  add({ description, chart: revision, components });
  waitForever(words);
  if (breaks('roll-out')) end('Error: UPGRADE FAILED: context deadline exceeded');
};

/** What Helm 4 does with a Rollout. */
const waitForever = (words) => {
  if (read().rollouts && words.includes('--wait')) end('Error: resource Rollout not ready');
};

const rollback = ([, revision, ...words]) => {
  waitForever(words);
  const { components, chart } = read().revisions[revision - 1];
  add({ description: `Rollback to ${revision}`, components, chart });
};

const programs = {
  'helm version': () => print('v4.3.1'),
  'helm status': () => print({ version: read().revisions.length }),
  'helm history': () =>
    print(read().revisions.map(({ description }, index) => ({ revision: index + 1, description }))),
  'helm get': () => print(read().rollouts ? 'kind: Service\n---\nkind: Rollout' : 'kind: Service'),
  'helm upgrade': upgrade,
  'helm rollback': rollback,
  'helm test': () => {
    print(summary());
    if (breaks('smoke')) end('Error: pod faultline-smoke failed');
  },
  'kubectl get': ([kind, name, selector]) => {
    if (selector?.includes('track=canary')) print(canaries(selector).join('\n'));
    else if (kind === 'rollouts.argoproj.io') print(rollout(name));
    else print({ items: kind === 'pods' ? [crashing] : workloads(kind) });
  },
  'kubectl patch': (words) => change({ isPromoted: words.join().includes('"promoteFull":true') }),
  'kubectl logs': () => print('{"level":"error","msg":"cart-config-invalid"}'),
  'kubectl proxy': serve,
};

const [program, command, ...words] = process.argv.slice(2);
await programs[`${program} ${command}`](words);
