import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseClusterCommand } from '../../src/cluster/arguments';

const workspace = resolve(__dirname, '../../..');

/** Runs the program where nothing but Node.js is on PATH. */
const alone = (...words: string[]) =>
  spawnSync(process.execPath, [join(workspace, 'deploy/bin/run.mjs'), 'cluster', ...words], {
    encoding: 'utf8',
    env: { PATH: dirname(process.execPath), HOME: process.env.HOME },
  });

describe('the command line of npm run cluster', () => {
  it('has the shop at port 8080 unless told otherwise', () => {
    expect(parseClusterCommand(['up'])).toEqual({ name: 'up', port: 8080, network: undefined });
    expect(parseClusterCommand(['up', '--port', '9000'])).toMatchObject({ port: 9000 });
    expect(parseClusterCommand(['down'])).toEqual({ name: 'down' });
  });

  it.each([
    [['up', '--port', 'http'], /--port must be a port/],
    [['up', '--port', '70000'], /--port must be a port/],
    [['sideways'], /There is no sideways; there are up and down/],
    [['up', 'down'], /There is no up down/],
    [['up', '--nodes', '3'], /--nodes/],
  ])('refuses %j', (words, message) => {
    expect(() => parseClusterCommand(words)).toThrow(message);
  });

  it('names the programs that it lacks', () => {
    const { status, stderr } = alone('up');
    expect(stderr).toMatch(/^A local cluster needs docker and kind and kubectl and helm on PATH/);
    expect(status).toBe(1);
  });
});
