import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
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
import { afterAll, describe, expect, inject, it, vi } from 'vitest';
import { type Program, startProgram } from '../src/program';

const workspace = resolve(__dirname, '../../..');
const portBase = 21_080;
const shop = `http://127.0.0.1:${portBase}`;

/** Each command of the README, with the test below that runs it or the reason that it runs elsewhere. */
const commands: Record<string, string> = {
  'npm start': 'gets a clone to a running shop',
  'npm test': 'continuous integration itself',
  'npm start -- --rate 10': 'gets a clone to a running shop',
  '--no-load': 'starts one service with what it needs',
  'npm start -- --only cart': 'starts one service with what it needs',
  '--only console': 'starts the console alone',
  'npm start -- --port-base 18080': 'gets a clone to a running shop',
  'npm run reset': 'clears the data',
  'npx nx serve cart': 'serves a service from its sources',
  'npx playwright-core install chromium': 'not here: for systems other than Debian',
  'npm ci': 'gets a clone to a running shop',
  'npx nx affected -t lint typecheck test build': 'knows what a change touches',
  'npm run new:service -- wish-list': 'lays out a new service, with which everything still builds',
  'npm run fault -- on payment': 'gets a clone to a running shop',
  'npm run fault -- off payment': 'gets a clone to a running shop',
  'npm run fault -- on payment --rate 50 --for 5m': 'gets a clone to a running shop',
  'npm run fault -- schedule --blind': 'gets a clone to a running shop',
  '--seed': 'the tests of dev/demo',
  'npm run demo:walk': 'the walks of test/e2e',
  'npm run demo:walk -- workshop': 'the walks of test/e2e',
  'npm run prove': 'the tests of prove/, and continuous integration',
  'npm run bake-off': 'the tests on backends',
  'npm run test:backends': 'continuous integration',
  'k6 run load/k6/baseline.ts': 'the tests of load/',
  'npm run images': 'the tests of deploy/',
  'npm run cluster': 'the tests in a cluster, with a stand-in for kind',
  'npm run cluster:down': 'the tests in a cluster, with a stand-in for kind',
  'npm run test:cluster': 'continuous integration',
  'npm run deploy -- --affected': 'the tests of deploy/, and those in a cluster',
  'npm run deploy -- --revert': 'the tests of deploy/, and those in a cluster',
  'npm run canary -- product --tag 1.3.0 --prometheus URL':
    'the tests of deploy/, and those in a cluster',
  'npm run bench': 'the tests of bench/',
  'npm run logs:summary': 'sums up the errors of the day',
};

const clone = inject('clone');
const programs: Program[] = [];

const start = (command: string, environment?: NodeJS.ProcessEnv): Program => {
  const program = startProgram(command, clone, { ...process.env, ...environment });
  programs.push(program);
  return program;
};
const run = async (command: string) => {
  const program = start(command);
  return { code: await program.ended(), output: program.output() };
};

const responses = async (url: string, timeout: number, program: Program) =>
  vi.waitFor(
    async () => {
      const response = await fetch(url).catch(() => undefined);
      expect(response?.status, program.output().slice(-2000)).toBe(200);
    },
    { timeout, interval: 250 },
  );

const isTaken = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

const portsOf = (base: number): number[] => [
  ...serviceNames.flatMap((name) => {
    const port = servicePort(name, base);
    return [port, port + adminPortOffset];
  }),
  ...storeNames.map((name) => storePort(name, base)),
  ...toolNames.flatMap((name) => [
    toolPort(name, base),
    toolPort(name, base) + adminPortOffset,
    toolIntakePort(name, base),
  ]),
];

const expectNothingLeft = async () => {
  const taken = await Promise.all(portsOf(portBase).map(isTaken));
  expect(taken.filter(Boolean)).toEqual([]);
};

afterAll(async () => {
  for (const program of programs) await program.interrupt();
});

describe('a fresh clone', () => {
  it('gets to a running shop with one command, and stops without a trace', {
    timeout: 600_000,
  }, async () => {
    const program = start(`npm start -- --port-base ${portBase} --rate 10`);
    await responses(`${shop}/health/status`, 500_000, program);
    await program.until(/Faultline runs/, 60_000);
    expect(program.output()).toContain(shop);

    const failed = async () => {
      const page = await fetch(
        `http://127.0.0.1:${servicePort('payment', portBase) + adminPortOffset}/metrics`,
      );
      const lines = (await page.text()).split('\n');
      return lines.find(
        (line) => line.includes('reason="provider-unreachable"') && /failed.* [1-9]/.test(line),
      );
    };
    expect((await run('npm run fault -- on payment')).output).toContain('payment is on: rate 50');
    expect((await run('npm run fault -- on payment --rate 50 --for 5m')).output).toContain(
      'rate 50',
    );
    await vi.waitFor(async () => expect(await failed()).toBeDefined(), 30_000);
    expect((await run('npm run fault -- off payment')).output).toContain('payment is off');

    const schedule = start('npm run fault -- schedule --blind');
    await schedule.until(/A fault every 20m for 5m, seed \d+/, 30_000);
    await schedule.interrupt();
    expect(schedule.output()).toContain('The schedule has ended');

    const second = await run(`npm start -- --port-base ${portBase + 2000}`);
    expect(second.code).not.toBe(0);
    expect(second.output).toMatch(/already runs from this checkout \(pid \d+/);
    const refused = await run('npm run reset');
    expect(refused.code).not.toBe(0);

    await program.interrupt();
    expect(program.output()).toContain('Faultline has stopped');
    await expectNothingLeft();
  });

  it('starts one service with what it needs, at once', { timeout: 120_000 }, async () => {
    const program = start(`npm start -- --only cart --no-load --port-base ${portBase}`);
    const cart = servicePort('cart', portBase);
    await responses(`http://127.0.0.1:${cart}/health/status`, 90_000, program);
    expect(await isTaken(servicePort('product', portBase))).toBe(true);
    expect(await isTaken(servicePort('payment', portBase))).toBe(false);
    await program.interrupt();
    expect(program.output()).toContain('Faultline has stopped');
    await expectNothingLeft();
  });

  it('starts the console alone', { timeout: 120_000 }, async () => {
    const program = start(`npm start -- --only console --port-base ${portBase}`);
    await responses(`http://127.0.0.1:${toolPort('console', portBase)}/`, 90_000, program);
    expect(await isTaken(servicePort('web-gateway', portBase))).toBe(false);
    await program.interrupt();
    await expectNothingLeft();
  });

  it('clears the data', { timeout: 60_000 }, async () => {
    const { code, output } = await run('npm run reset');
    expect(code, output).toBe(0);
  });

  it('serves a service from its sources, with a store of its own', {
    timeout: 120_000,
  }, async () => {
    const port = portBase + 500;
    const environment = { PORT: String(port), ADMIN_PORT: String(port + 1) };
    const program = start('npx nx serve cart', environment);
    await responses(`http://127.0.0.1:${port + 1}/-/ready`, 90_000, program);
    await program.interrupt();
    await vi.waitFor(async () => expect(await isTaken(port)).toBe(false), 15_000);
  });

  it('knows what a change touches, and what it has done already', {
    timeout: 300_000,
  }, async () => {
    const command = 'npx nx affected -t lint typecheck test build --base=HEAD';
    const untouched = await run(command);
    expect(untouched.code, untouched.output).toBe(0);
    expect(untouched.output).toContain('No tasks were run');
    const first = await run('npx nx run-many -t lint typecheck -p topology contracts');
    expect(first.code, first.output).toBe(0);
    const again = await run('npx nx run-many -t lint typecheck -p topology contracts');
    expect(again.output).toContain('read the output from the cache');
  });

  it('sums up the errors of the day', { timeout: 120_000 }, async () => {
    const { code, output } = await run('npm run logs:summary');
    expect(code, output).toBe(0);
    expect(output).toContain('Errors of ');
  });

  it('lays out a new service, with which everything still builds', {
    timeout: 400_000,
  }, async () => {
    const { code, output } = await run('npm run new:service -- wish-list');
    expect(code, output).toBe(0);
    expect(readFileSync(join(clone, 'apps/wish-list/src/main.ts'), 'utf8')).toContain(
      'run(wishList)',
    );
    const built = await run('npx nx run-many -t build');
    expect(built.code, built.output).toBe(0);
  });
});

it('runs every command that the README shows', () => {
  const readme = readFileSync(join(workspace, 'README.md'), 'utf8');
  const shown = [...readme.matchAll(/`((?:npm|npx|--)[^`\n]*)`|^(np[mx] .*)$/gm)].map(
    ([, inline, line]) => inline ?? line ?? '',
  );
  expect(shown.length).toBeGreaterThan(8);
  expect(shown.filter((command) => !(command in commands))).toEqual([]);
});
