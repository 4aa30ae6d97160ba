import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { openApi } from '../../src/cluster/tunnel';

const withoutKubectl = spawnSync('kubectl', ['version', '--client']).error
  ? 'kubectl is not on PATH'
  : '';

/** Nothing listens there: kubectl asks the cluster only when it is asked itself. */
const nowhere = '--server=http://127.0.0.1:9';

const answers = async (url: string): Promise<boolean> => {
  try {
    await fetch(url);
    return true;
  } catch {
    return false;
  }
};

let program: ChildProcess | undefined;
afterEach(() => void program?.kill('SIGKILL'));

/** A program with a tunnel, and the tunnel's address. */
const programWithTunnel = async () => {
  const script = `
    const { openApi } = require('./src/cluster/tunnel');
    openApi(['${nowhere}']).then(({ url }) => console.log(url));`;
  const child = spawn(
    process.execPath,
    ['--conditions=@faultline/source', '-r', 'ts-node/register/transpile-only', '-e', script],
    { cwd: process.cwd(), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  program = child;
  const [url] = await once(createInterface(child.stdout), 'line');
  return { child, url: String(url) };
};

describe.skipIf(withoutKubectl)(
  `a way into the cluster${withoutKubectl && `: skipped: ${withoutKubectl}`}`,
  { timeout: 60_000 },
  () => {
    it('is open until it is closed', async () => {
      const tunnel = await openApi([nowhere]);
      expect(await answers(tunnel.url)).toBe(true);
      await tunnel.close();
      expect(await answers(tunnel.url)).toBe(false);
      await tunnel.close();
    });

    it('ends with a program that is killed', async () => {
      const { child, url } = await programWithTunnel();
      expect(await answers(url)).toBe(true);
      child.kill('SIGKILL');
      await expect.poll(() => answers(url), { timeout: 20_000 }).toBe(false);
    });

    it('says what kubectl said if it opens no port', async () => {
      await expect(openApi(['--api-prefix'])).rejects.toThrow(
        /^kubectl proxy opened no port: error: flag needs an argument: --api-prefix/i,
      );
    });
  },
);
