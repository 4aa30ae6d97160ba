import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { clusterProgram } from '../../src/cluster/arguments';

const workspace = resolve(__dirname, '../../..');

/** What is asked of the program. */
const asked = (...words: string[]) => {
  const perform = vi.fn();
  clusterProgram(perform).parse(words, { from: 'user' });
  return perform.mock.lastCall?.[0];
};

/** Runs the program where nothing but Node.js is on PATH. */
const alone = (...words: string[]) =>
  spawnSync(process.execPath, [join(workspace, 'deploy/bin/run.mjs'), 'cluster', ...words], {
    encoding: 'utf8',
    env: { PATH: dirname(process.execPath), HOME: process.env.HOME },
  });

describe('the command line of npm run cluster', () => {
  it('has the shop at port 8080 unless told otherwise', () => {
    expect(asked('up')).toEqual({ name: 'up', port: 8080, network: undefined });
    expect(asked('up', '--port', '9000')).toMatchObject({ port: 9000 });
    expect(asked('down')).toEqual({ name: 'down' });
  });

  it.each([
    [['up', '--port', 'http'], /^Option '--port <port>' .* a whole number from 1 to 65535/],
    [['up', '--port', '70000'], /^Option '--port <port>' .* a whole number from 1 to 65535/],
    [['don'], /^Unknown command 'don'. Did you mean down\?/],
    [['up', 'down'], /^Too many arguments for 'up'/],
    [['up', '--nodes', '3'], /^Unknown option '--nodes'/],
  ])('refuses %j', (words, message) => {
    expect(() => asked(...words)).toThrow(message);
  });

  it('names the programs that it lacks', () => {
    const { status, stderr } = alone('up');
    expect(stderr).toMatch(/^A local cluster needs docker and kind and kubectl and helm on PATH/);
    expect(status).toBe(1);
  });
});
