import { join } from 'node:path';
import { changesSince, imageNames } from '@faultline/deploy';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Scratch, workspace } from './scratch';

let scratch: Scratch;
let base: string;

beforeAll(() => {
  scratch = new Scratch();
  base = scratch.commit();
});
beforeEach(() => scratch.reset());
afterAll(() => scratch?.[Symbol.dispose]());

const nxProgram = join(workspace, 'node_modules/nx/dist/bin/nx.js');
const nx = (...words: readonly string[]): string => {
  const { status, output } = scratch.run(process.execPath, [nxProgram, ...words]);
  expect(status, output).toBe(0);
  return output;
};

const Projects = Type.Array(Type.String());
const Graph = Type.Object({
  tasks: Type.Object({ tasks: Type.Record(Type.String(), Type.Unknown()) }),
});

/** The projects that a change of this copy touches. */
const affected = (): string[] =>
  Parse(
    Projects,
    JSON.parse(nx('show', 'projects', '--affected', '--base', base, '--json')),
  ).sort();

/** The tasks of a target that `nx affected` would run, with those that they need. */
const tasksOf = (target: string): string[] => {
  const printed = nx('affected', '-t', target, '--base', base, '--graph=stdout');
  return Object.keys(Parse(Graph, JSON.parse(printed)).tasks.tasks)
    .filter((task) => task.endsWith(`:${target}`))
    .map((task) => task.replace(`:${target}`, ''))
    .sort();
};

/** Puts a comment at the end of a source. */
const touch = (file: string): void => scratch.write(file, `${scratch.read(file)}\n// changed\n`);

/** What is delivered of a change: images, and whether the chart is applied. */
const delivered = async () => {
  const changes = await changesSince(scratch.path, base);
  return { images: [...(changes?.images ?? [])], chart: changes?.chart };
};

/** All images but that of the shoppers, which is made without the kit. */
const ofApps = imageNames.filter((name) => name !== 'load');

/** What tests the whole shop, and so depends on every app. */
const ofTheWhole = ['bench', 'demo', 'e2e', 'proofs', 'tools'];

const Inputs = Type.Object({ environment: Type.Array(Type.String()) });

/** The variables of the environment that a task of a target depends on. */
const environmentOf = (target: string): string[] => {
  const printed = nx('show', 'target', 'inputs', `storefront:${target}`, '--json');
  const { environment } = Parse(Inputs, JSON.parse(printed));
  return environment.filter((name) => !name.startsWith('NX_')).sort();
};

it('which tests run, and with which stores, changes tests but no build', () => {
  expect(environmentOf('test')).toEqual(['CHANGED', 'SHARE', 'STORES']);
  for (const target of ['build', 'lint', 'typecheck'])
    expect(environmentOf(target), target).toEqual([]);
});

describe('a change', { timeout: 120_000 }, () => {
  it('of cart builds and tests cart and what tests the whole, and is one image', async () => {
    touch('apps/cart/src/service.ts');
    expect(affected()).toEqual([...ofTheWhole, 'cart'].sort());
    const tested = tasksOf('test');
    expect(tested).toContain('cart');
    expect(tested).not.toContain('product');
    expect(await delivered()).toEqual({ images: ['cart'], chart: false });
  });

  it('of a test of cart tests cart, and is no image', async () => {
    touch('apps/cart/test/carts.test.ts');
    expect(tasksOf('test')).toContain('cart');
    expect(await delivered()).toEqual({ images: [], chart: false });
  });

  it('of the storefront is the image of the service that serves it', async () => {
    touch('apps/storefront/src/app.tsx');
    expect(await delivered()).toEqual({ images: ['web-gateway'], chart: false });
  });

  it('of libs/ui is the images of those that serve pages', async () => {
    touch('libs/ui/src/index.ts');
    expect(await delivered()).toEqual({ images: ['web-gateway', 'console'], chart: false });
  });

  it('of the kit is the images of all that is made with it', async () => {
    touch('libs/service/src/run.ts');
    expect(await delivered()).toEqual({ images: ofApps, chart: false });
  });

  it.each(['package-lock.json', 'deploy/docker/Dockerfile'])(
    'of %s is all images',
    async (file) => {
      touch(file);
      expect(await delivered()).toEqual({ images: imageNames, chart: false });
    },
  );

  it('of a document builds nothing and is no image; only the checks of documents run', async () => {
    touch('docs/demo.md');
    expect(affected()).toEqual(['tools']);
    expect(await delivered()).toEqual({ images: [], chart: false });
  });

  it('of an entry of the catalogue is its page, the chart, and all images, which check the file of faults', async () => {
    const entry = 'libs/faults/src/catalogue/payment.ts';
    scratch.insert(entry, 'The payment provider cannot be reached', 'So: ');
    scratch.runSource('tools/src/generate.ts');
    const { output } = scratch.run('git', ['diff', '--name-only']);
    expect(output.split('\n')).toEqual(
      expect.arrayContaining(['docs/faults/payment.md', 'deploy/helm/faultline/values.yaml']),
    );
    expect(await delivered()).toEqual({ images: ofApps, chart: true });
  });

  it('of nothing is nothing, within two seconds of CPU time', async () => {
    expect(await delivered()).toEqual({ images: [], chart: false });
    const command = ['affected', '-t', 'lint', 'typecheck', 'test', 'build', '--base', base];
    const times = [1, 2].map(() => {
      const timed = [
        '-c',
        'TIMEFORMAT="seconds %U %S"; time "$@"',
        'bash',
        process.execPath,
        nxProgram,
      ];
      const { output } = scratch.run('bash', [...timed, ...command]);
      expect(output).toContain('No tasks were run');
      const [, user, system] = /^seconds ([\d.]+) ([\d.]+)$/m.exec(output) ?? [];
      return Number(user) + Number(system);
    });
    expect(Math.min(...times)).toBeLessThan(2);
  });
});

it('a commit that git does not know is not compared', async () => {
  expect(await changesSince(scratch.path, 'f'.repeat(40))).toBeUndefined();
});
