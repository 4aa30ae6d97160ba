import { toolUrl } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import { startProgram } from '../src/program';
import { startShop } from '../src/start-shop';
import { demo } from '../src/walk/demo';
import { mysteryFault, mysteryRate, mysterySections } from '../src/walk/mystery';
import { queriesOf } from '../src/walk/panels';
import { expectDisplay, onStage } from '../src/walk/stage';
import type { Step } from '../src/walk/step';
import { type Section, walk } from '../src/walk/walk';
import { itsTurn } from './turn';

const quiet = () => undefined;

const scripts = [
  { name: 'docs/demo.md', sections: demo, rate: undefined },
  { name: 'docs/workshop.md', sections: mysterySections, rate: mysteryRate },
];

const cases = scripts.filter(({ name }) => itsTurn(name));

describe.skipIf(cases.length === 0)('a script', { timeout: 1_200_000 }, () => {
  it.each(cases)('is true of the product, in a browser: $name', async ({ sections, rate }) => {
    const told: string[] = [];
    const tell = (line: string) => void told.push(line);
    await onStage({ rate, tell }, (stage) => walk(sections, stage, { tell }));
    expect(told.at(-1)).toMatch(/^All is as the script says, after \d/);
  });
});

/** A walk of one step through a console that watches no shop. */
const walkOf = async (step: Omit<Step, 'say'>): Promise<void> => {
  await using cleanup = new AsyncDisposableStack();
  const { demo: only, stop } = await startShop({ only: 'console' });
  cleanup.defer(stop);
  const sections: readonly Section[] = [{ title: 'Alone', steps: [{ ...step, say: '' }] }];
  await onStage({ url: toolUrl('console', only.portBase), tell: quiet }, (stage) =>
    walk(sections, stage, { tell: quiet }),
  );
};

describe('a walk fails where the product differs from the script', () => {
  it('when a text is missing, and says which step and which text', async () => {
    const walking = walkOf({
      do: [{ kind: 'open' }],
      see: [
        { kind: 'text', text: 'Uptime budget' },
        { kind: 'text', text: 'Downtime budget', within: 1 },
      ],
    });
    await expect(walking).rejects.toThrow(
      /^Step 1\.1: “Downtime budget” is missing, within 1 s after: Open http:\/\/127\.0\.0\.1:8090 \(at http/,
    );
  });

  it('when something cannot be clicked', async () => {
    const walking = walkOf({
      do: [{ kind: 'open' }, { kind: 'link', name: 'Budget' }],
      see: [],
    });
    await expect(walking).rejects.toThrow(
      /^Step 1\.1: this cannot be done: Click Budget \(at http/,
    );
  });

  it('when a panel of Grafana is not there', () => {
    expect(() => queriesOf({ board: 'overview', panel: 'Weather', shows: '' })).toThrow(
      'the dashboard overview has no panel Weather',
    );
  });
});

it('says in one line that there is no shop, and exits with 1', async () => {
  const program = startProgram(
    [process.execPath, 'dist/demo-walk.js', '--url', 'http://127.0.0.1:1'],
    `${__dirname}/..`,
  );
  expect({ code: await program.ended(), output: program.output() }).toEqual({
    code: 1,
    output: 'No console answers at http://127.0.0.1:1: npm start starts one\n',
  });
});

it('says what is missing where there is no display for a window', () => {
  expect(() => expectDisplay({}, 'linux')).toThrow(
    '--slow shows a window, and there is no display for it: set DISPLAY or WAYLAND_DISPLAY',
  );
  expect(() => expectDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).not.toThrow();
  expect(() => expectDisplay({}, 'darwin')).not.toThrow();
});

it('keeps the riddle of the workshop: the seed chooses the fault that is asked about', async () => {
  await using cleanup = new AsyncDisposableStack();
  const { directory, switches, stop } = await startShop({ only: 'console' });
  cleanup.defer(stop);
  const program = startProgram(
    [
      process.execPath,
      '../../dev/demo/dist/fault.js',
      ...mysteryFault.words.split(' '),
      '--directory',
      directory,
    ],
    `${__dirname}/..`,
  );
  cleanup.defer(() => program.interrupt());
  await program.until(new RegExp(mysteryFault.prints), 30_000);
  expect((await switches.status()).map(({ key }) => key)).toEqual(['productItem']);
  expect(program.output()).not.toContain('productItem');
  await program.interrupt();
  expect(await switches.status()).toEqual([]);
});
