import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { markedProcesses, markWith } from '../src/marked-processes';
import { type Program, startProgram } from '../src/program';

/** A command, and what it prints or runs when it is in the middle of what it does. */
type Case = [command: string, underWay: RegExp];

const base = 21_480;
const byNpm: Case[] = [
  [`npm start -- --no-load --port-base ${base}`, /Faultline runs/],
  ['npm run serve -w apps/cart', /cart runs/],
  ['npm test', /> nx run/],
  ['npm run prove -- payment', /Proving payment/],
  ['npm run bench -- hops', /· commit /],
  ['npm run cluster', /sleep 900/],
];

let standIns = '';
let mark = '';
let program: Program | undefined;

const start = (command: string): Program => {
  mark = randomUUID();
  program = startProgram(command, inject('clone'), {
    ...process.env,
    ...markWith(mark),
    PATH: [standIns, process.env.PATH].join(delimiter),
    // For the served service.
    PORT: String(base + 600),
    ADMIN_PORT: String(base + 601),
  });
  return program;
};

const untilUnderWay = (running: Program, underWay: RegExp) =>
  running.until(underWay, 500_000, () => markedProcesses(mark));

const expectNothingLeft = () =>
  expect.poll(() => markedProcesses(mark), { timeout: 20_000 }).toEqual([]);

beforeAll(() => {
  // What a cluster needs and a machine may not have: the one that makes it never ends.
  standIns = mkdtempSync(join(tmpdir(), 'faultline-stand-ins-'));
  for (const name of ['docker', 'kubectl', 'helm', 'kind']) {
    const file = join(standIns, name);
    const hangs = '[ "$1" = version ] || exec sleep 900';
    writeFileSync(file, `#!/bin/sh\n${name === 'kind' ? hangs : 'exit 0'}\n`);
    chmodSync(file, 0o755);
  }
});
afterEach(async () => {
  await program?.kill('SIGKILL');
  await expectNothingLeft();
});
afterAll(() => rmSync(standIns, { recursive: true, force: true }));

describe.skipIf(process.platform !== 'linux')(
  'whoever started it by npm ends it by its pid',
  () => {
    describe.each(['SIGINT', 'SIGTERM'] as const)('by %s', (signal) => {
      it.each(byNpm)('%s', { timeout: 600_000 }, async (command, underWay) => {
        const running = start(command);
        await untilUnderWay(running, underWay);
        await running.kill(signal);
        await expectNothingLeft();
      });
    });

    it('npx nx serve cart, by SIGTERM', { timeout: 600_000 }, async () => {
      const running = start('npx nx serve cart');
      await untilUnderWay(running, /cart runs/);
      await running.kill('SIGTERM');
      await expectNothingLeft();
    });

    it('while the first start still installs or builds', { timeout: 600_000 }, async () => {
      const running = start('npm run prove -- payment');
      await untilUnderWay(running, /Building what changed|Proving payment/);
      await running.kill('SIGTERM');
      await expectNothingLeft();
    });

    it('and ends with an npm that was killed', { timeout: 600_000 }, async () => {
      const running = start(`npm start -- --no-load --port-base ${base}`);
      await untilUnderWay(running, /Faultline runs/);
      await running.kill('SIGKILL');
      await expectNothingLeft();
    });
  },
);
