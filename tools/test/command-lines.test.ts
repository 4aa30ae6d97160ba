import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Static, Type } from 'typebox';
import { Parse } from 'typebox/value';
import { describe, expect, it } from 'vitest';

const workspace = resolve(__dirname, '../..');
const run = promisify(execFile);

const Failed = Type.Object({ code: Type.Unknown(), stdout: Type.String(), stderr: Type.String() });
type Ended = Static<typeof Failed>;

/** Runs a program as npm does: a script and what is built as they are, TypeScript from its sources. */
const program = async (file: string, words: readonly string[]): Promise<Ended> => {
  const [folder = ''] = file.split('/src/');
  const source = ['--conditions=@faultline/source', '-r', 'ts-node/register/transpile-only'];
  const args = [...(file.endsWith('.ts') ? source : []), join(workspace, file), ...words];
  const env = {
    ...process.env,
    TS_NODE_PROJECT: join(workspace, folder, 'tsconfig.json'),
    TS_NODE_COMPILER_OPTIONS: JSON.stringify({ rootDir: workspace }),
  };
  try {
    return { code: 0, ...(await run(process.execPath, args, { cwd: workspace, env })) };
  } catch (error) {
    return Parse(Failed, error);
  }
};

/** A program, what is typed with a slip, and what it says of that. */
const programs: readonly [string, string, string][] = [
  [
    'dev/demo/dist/main.js',
    '--prot-base 18080',
    "Unknown option '--prot-base'. Did you mean --port-base?",
  ],
  ['dev/demo/src/serve/main.ts', 'crat', 'There is no service crat. Did you mean cart?'],
  ['dev/demo/dist/fault.js', 'stauts', "Unknown command 'stauts'. Did you mean status?"],
  [
    'deploy/src/images/main.ts',
    '--only produkt',
    'There is no image produkt. Did you mean product?',
  ],
  ['deploy/src/cluster/main.ts', 'dwon', "Unknown command 'dwon'. Did you mean down?"],
  ['deploy/src/rollout/main.ts', '--service crat', 'There is no service crat. Did you mean cart?'],
  [
    'deploy/src/canary/main.ts',
    'crat --tag 1.3.0 --prometheus http://127.0.0.1:9090',
    'There is no service crat. Did you mean cart?',
  ],
  ['load/dist/main.js', '--url', "Option '--url <origin>' argument missing"],
  ['test/proofs/dist/main.js', 'paymnt', 'There is no fault paymnt. Did you mean payment?'],
  [
    'test/e2e/dist/demo-walk.js',
    '--url 127.0.0.1:8090',
    'It must be an address such as http://127.0.0.1:8090',
  ],
  ['test/bench/dist/main.js', 'hop', 'There is no bench hop. Did you mean hops?'],
  [
    'tools/src/logs-summary/main.ts',
    '--dya 2026-11-21',
    "Unknown option '--dya'. Did you mean --day?",
  ],
  ['tools/src/ci-local/main.ts', '--brnach x', "Unknown option '--brnach'. Did you mean --branch?"],
  ['tools/src/audit/main.ts', '--level hgih', 'There is no severity hgih. Did you mean high?'],
  [
    'tools/bin/test.mjs',
    '--contaners',
    "Unknown option '--contaners'; there are --help, --affected, --containers",
  ],
  [
    'tools/bin/test.mjs',
    'containers',
    'containers: no such word; there are --affected, --containers',
  ],
  ['tools/bin/verify.mjs', 'everything', 'everything: no such stage; there are test, prove'],
  ['tools/bin/verify.mjs', '--all', "Unknown option '--all'; there are --help"],
];

describe('a program', { timeout: 120_000 }, () => {
  it.concurrent.each(programs)(
    '%s refuses %s in one line, with exit code 2',
    async (file, line, reason) => {
      const { code, stdout, stderr } = await program(file, line.split(' '));
      expect(stderr.trimEnd().split('\n')).toEqual([expect.stringContaining(reason)]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    },
  );

  it.concurrent.each([...new Set(programs.map(([file]) => file))])(
    '%s --help says how it is used',
    async (file) => {
      const { code, stdout, stderr } = await program(file, ['--help']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^Usage: /);
    },
  );

  it('ends without a complaint when nobody reads its output any more', async () => {
    const child = spawn(process.execPath, [join(workspace, 'dev/demo/dist/fault.js'), 'list']);
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    const [code] = await once(child, 'close');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
