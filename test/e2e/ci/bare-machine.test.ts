import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BareMachine, makeBareMachine, whyNoBareMachine } from '../src/bare-machine';
import { Customer } from '../src/customer';
import type { Program } from '../src/program';
import { itsTurn } from './turn';

const workspace = resolve(__dirname, '../../..');
const shop = 'http://127.0.0.1:21080';
const people = (['root', 'ada'] as const).filter((person) => itsTurn(`bare machine: ${person}`));
const whyNot = people.length > 0 ? whyNoBareMachine() : 'another day';

let machine: BareMachine;
let source = '';

beforeAll(async () => {
  if (whyNot) return;
  machine = await makeBareMachine();
  source = mkdtempSync(join(tmpdir(), 'faultline-source-'));
  execFileSync('git', ['clone', '-q', '--bare', workspace, join(source, 'faultline.git')]);
}, 600_000);

afterAll(() => {
  if (whyNot) return;
  machine.remove();
  rmSync(source, { recursive: true, force: true });
}, 120_000);

const started: Program[] = [];
afterAll(async () => {
  for (const program of started) await program.interrupt();
});

describe.skipIf(whyNot)(
  `a machine with Node and git only${whyNot ? ` (skipped: ${whyNot})` : ''}`,
  () => {
    it.each(people)(
      'takes %s from a clone to a purchase and to the tests',
      {
        timeout: 1_500_000,
      },
      async (person) => {
        const start = (command: string): Program => {
          const program = machine.start(person, 'faultline', command);
          started.push(program);
          return program;
        };
        machine.give(person, join(source, 'faultline.git'), 'faultline.git');
        // What was downloaded before need not be again; npm checks it against the lockfile.
        machine.give(person, npmCache(), '.npm/_cacache');
        machine.run(person, '.', 'git clone -q faultline.git faultline');

        const running = start('npm start -- --port-base 21080 --no-load');
        await running.until(/Faultline runs/, 900_000);
        expect(running.output()).toContain('Installing dependencies');
        expect(running.output()).toContain('Redis is not installed: fetching it');
        const customer = new Customer(shop);
        const { body } = await customer.products();
        const [product] = body.items;
        await customer.put(product?.id ?? '', 1);
        expect(await customer.checkout()).toMatchObject({ status: 201 });
        await running.interrupt();
        expect(running.output()).toContain('Faultline has stopped');
        expect(running.output()).not.toContain('Left behind');

        const tests = start('npm test');
        await tests.until(/Chromium is not installed: fetching it/, 120_000);
        // Its first tasks have gone well.
        await tests.until(/✔ +nx run|\d+ passed/, 900_000);
        expect(tests.output()).not.toMatch(/✖|could not/);
        await tests.interrupt();
        expect(tests.output()).not.toContain('Left behind');
      },
    );
  },
);

const npmCache = (): string =>
  join(
    // npm gives no settings in a workspace.
    execFileSync('npm', ['config', 'get', 'cache'], { cwd: '/', encoding: 'utf8' }).trim(),
    '_cacache',
  );
