import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missing, only, render } from '../chart/render';
import { type Copy, copyTerraform, noProviders, noTerraform, prepare } from './terraform';

const workspace = resolve(__dirname, '../../..');
const source = join(workspace, 'deploy/terraform');
const Values = Type.Record(Type.String(), Type.Unknown());

const roots = ['cloud', 'existing'];
const modules = readdirSync(join(source, 'modules')).map((name) => `modules/${name}`);

const read = (...path: string[]) => readFileSync(join(source, ...path), 'utf8');

/** The variables of a directory: their names, and the text in their blocks. */
const variablesOf = (directory: string) =>
  [...read(directory, 'variables.tf').matchAll(/^variable "(\w+)" \{\n(.*?)^\}/gms)].map(
    ([, name = '', body = '']) => ({ name, body }),
  );

describe.each(roots)('the root %s', (root) => {
  const example = [...read(root, 'terraform.tfvars.example').matchAll(/^(\w+) +=/gm)].map(
    ([, name]) => name,
  );

  it('needs at most six values, and its example has all of them', () => {
    const variables = variablesOf(root);
    const names = variables.map(({ name }) => name);
    const required = variables
      .filter(({ body }) => !/^ {2}default /m.test(body))
      .map(({ name }) => name);
    expect(required.length).toBeLessThanOrEqual(6);
    expect(example.length).toBeLessThanOrEqual(6);
    expect(names).toEqual(expect.arrayContaining(example));
    expect(example).toEqual(expect.arrayContaining(required));
  });
});

describe.each([...roots, ...modules])('the variables of %s', (directory) => {
  const validated = variablesOf(directory).filter(({ body }) => body.includes('validation {'));

  it('are refused with a message that names the variable', () => {
    for (const { name, body } of validated)
      expect(/error_message += "(\w+)/.exec(body)?.[1], name).toBe(name);
  });

  it('have a test for each value that is refused', () => {
    const tests = read(directory, 'tests', `${basename(directory)}.tftest.hcl`);
    const refused = [...tests.matchAll(/expect_failures = \[var\.(\w+)\]/g)].map(
      ([, name]) => name,
    );
    expect(refused).toEqual(expect.arrayContaining(validated.map(({ name }) => name)));
  });
});

describe('the files of Terraform', () => {
  it('pin each provider to the same version everywhere', () => {
    const pins = [...roots, ...modules].flatMap((directory) =>
      [...read(directory, 'versions.tf').matchAll(/source += "(.*)"\n +version += "(.*)"/g)].map(
        ([, provider, version]) => `${provider} ${version}`,
      ),
    );
    expect([...new Set(pins)].sort()).toEqual([
      expect.stringMatching(/^grafana\/grafana \d+\.\d+\.\d+$/),
      expect.stringMatching(/^hashicorp\/google \d+\.\d+\.\d+$/),
      expect.stringMatching(/^hashicorp\/helm \d+\.\d+\.\d+$/),
      expect.stringMatching(/^hashicorp\/kubernetes \d+\.\d+\.\d+$/),
    ]);
  });

  it('leave values and state to the machine that they are on', () => {
    const local = [
      'terraform.tfvars',
      'terraform.tfstate',
      'terraform.tfstate.backup',
      '.terraform/x',
    ];
    const paths = local.map((name) => `deploy/terraform/cloud/${name}`);
    const ignored = execFileSync('git', ['check-ignore', ...paths], {
      cwd: workspace,
      encoding: 'utf8',
    });
    expect(ignored.trim().split('\n')).toEqual(paths);
  });
});

describe.skipIf(noTerraform)(`terraform${noTerraform ? ` (skipped: ${noTerraform})` : ''}`, () => {
  it('finds all files formatted', () => {
    using copy = copyTerraform();
    const { status, output } = copy.terraform('.', 'fmt', '-check', '-recursive', '-diff');
    expect(status, output).toBe(0);
  });
});

describe.skipIf(noProviders)(
  `terraform with providers${noProviders ? ` (skipped: ${noProviders})` : ''}`,
  { timeout: 120_000 },
  () => {
    let copy: Copy;
    beforeAll(() => {
      copy = copyTerraform();
      for (const directory of [...roots, ...modules]) {
        const { status, output } = prepare(copy, directory);
        expect(status, output).toBe(0);
      }
    });
    afterAll(() => copy?.[Symbol.dispose]());

    // A module that is given its providers cannot be validated alone; the root that gives them validates it.
    it.each([...roots, ...modules.filter((name) => !name.endsWith('grafana-cloud'))])(
      'finds %s valid',
      (directory) => {
        const { status, output } = copy.terraform(directory, 'validate', '-no-color');
        expect(status, output).toBe(0);
      },
    );

    it.each([...roots, ...modules])('passes the tests of %s', (directory) => {
      const { status, output } = copy.terraform(directory, 'test', '-no-color');
      expect(status, output).toBe(0);
      expect(output).toMatch(/Success! [1-9]\d* passed, 0 failed\./);
    });

    it.skipIf(missing('helm'))('gives the chart values that it accepts', () => {
      const variables = {
        image_repository: 'ghcr.io/acme/faultline',
        otlp_endpoint: 'http://alloy.monitoring.svc:4318',
        public: true,
        pod_monitor: true,
      };
      const values = copy.evaluate('modules/shop', 'yamldecode(local.values)', variables);
      const manifests = render({ values: Parse(Values, values) });
      expect(only(manifests, 'Service', 'faultline-web-gateway').spec).toMatchObject({
        type: 'LoadBalancer',
        ports: [{ port: 8080 }],
      });
      only(manifests, 'PodMonitor', 'faultline-telemetry');
      only(manifests, 'Deployment', 'faultline-console');
      expect(JSON.stringify(manifests)).toContain(variables.otlp_endpoint);
      expect(JSON.stringify(manifests)).not.toContain('PersistentVolumeClaim');
      expect(JSON.stringify(manifests)).not.toContain('volumeClaimTemplates');
    });

    it('makes the checks when synthetic monitoring is installed and the shop is up', () => {
      const { status, output } = copy.terraform('cloud', 'graph');
      expect(status, output).toBe(0);
      const needs = dependencies(output);
      expect(needs('module.grafana_cloud.grafana_synthetic_monitoring_check.gateway')).toEqual(
        expect.arrayContaining([
          'module.grafana_cloud.grafana_synthetic_monitoring_installation.checks',
          'module.shop.helm_release.shop',
        ]),
      );
    });

    it('removes the shop before what it is made of', () => {
      const needs = dependencies(copy.terraform('cloud', 'graph').output);
      expect(needs('module.shop.helm_release.shop')).toEqual(
        expect.arrayContaining([
          'module.observability.helm_release.k8s_monitoring',
          'module.shop.kubernetes_namespace_v1.shop',
          'module.gke.google_container_cluster.cluster',
          'module.gke.google_compute_router_nat.egress',
          'module.grafana_cloud.grafana_cloud_stack.stack',
        ]),
      );
    });
  },
);

/** From the output of `terraform graph`: everything that a resource needs, directly or not. */
const dependencies = (graph: string) => {
  const edges = [...graph.matchAll(/"(.+)" -> "(.+)";/g)];
  return (resource: string): string[] => {
    const found = new Set<string>([resource]);
    for (const one of found)
      for (const [, from, to] of edges) if (from === one && to) found.add(to);
    return [...found].slice(1);
  };
};
