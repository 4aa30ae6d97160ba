import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { shareOfDay } from '@faultline/stores';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { killMarked, markedProcesses, markWith } from '../src/marked-processes';
import { type Program, startProgram } from '../src/program';

/** A command, and what it prints or runs when it is in the middle of what it does. */
type Case = [command: string, underWay: RegExp];

const base = 21_480;
const byNpm: Case[] = [
  [`npm start -- --no-load --port-base ${base}`, /Faultline runs/],
  ['npm run serve -w apps/cart', /cart runs/],
  ['npm test', /> nx run/],
  ['npm run prove -- payment', /Proving payment/],
  ['npm run demo:walk', /All logs/],
  ['npm run bench -- hops', /· commit /],
  ['npm run cluster', /sleep 900/],
];

let standIns = '';
let mark = '';
let program: Program | undefined;

const start = (command: string, directory = inject('clone')): Program => {
  mark = randomUUID();
  program = startProgram(command, directory, {
    ...process.env,
    ...markWith(mark),
    PATH: [standIns, process.env.PATH].join(delimiter),
    // For the served service.
    PORT: String(base + 600),
    ADMIN_PORT: String(base + 601),
  });
  return program;
};

const commandsLeft = () => markedProcesses(mark).map(({ command }) => command);

const untilUnderWay = (running: Program, underWay: RegExp) =>
  running.until(underWay, 500_000, commandsLeft);

const expectNothingLeft = () => expect.poll(commandsLeft, { timeout: 20_000 }).toEqual([]);

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
  try {
    await expectNothingLeft();
  } finally {
    killMarked(mark);
  }
});
afterAll(() => rmSync(standIns, { recursive: true, force: true }));

describe.skipIf(process.platform !== 'linux')(
  'whoever started it by npm ends it by its pid',
  () => {
    describe.each(shareOfDay(['SIGINT', 'SIGTERM'] as const, 2))('by %s', (signal) => {
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

    it('while the first start still installs', { timeout: 600_000 }, async () => {
      const directory = mkdtempSync(join(tmpdir(), 'faultline-clone-'));
      try {
        const clone = join(directory, 'faultline');
        execFileSync('git', ['clone', '-q', resolve(__dirname, '../../..'), clone]);
        const running = start('npm run prove -- payment', clone);
        // npm renames itself soon after it began.
        await untilUnderWay(running, /^npm ci\b| ci --no-audit /m);
        expect(running.output()).toContain('Installing dependencies');
        await running.kill('SIGTERM');
        await expectNothingLeft();
      } finally {
        // Nothing may write there any more.
        killMarked(mark);
        rmSync(directory, { recursive: true, force: true });
      }
    });

    it('while it still builds', { timeout: 600_000 }, async () => {
      const source = join(inject('clone'), 'test/proofs/src/index.ts');
      const unchanged = readFileSync(source);
      try {
        appendFileSync(source, `// ${randomUUID()}\n`);
        const running = start('npm run prove -- payment');
        await untilUnderWay(running, /tsc -p tsconfig\.build\.json/);
        expect(running.output()).not.toContain('Proving payment');
        await running.kill('SIGTERM');
        await expectNothingLeft();
      } finally {
        writeFileSync(source, unchanged);
      }
    });

    it('and ends with an npm that was killed', { timeout: 600_000 }, async () => {
      const running = start(`npm start -- --no-load --port-base ${base}`);
      await untilUnderWay(running, /Faultline runs/);
      await running.kill('SIGKILL');
      await expectNothingLeft();
    });
  },
);
