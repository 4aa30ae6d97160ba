import { createServer } from 'node:http';
import { freePortBase } from '@faultline/stores';
import { adminPortOffset, servicePort } from '@faultline/topology';
import { describe, expect, it, onTestFinished } from 'vitest';
import { statusText } from '../src/faults/render';
import { switchesOf } from '../src/faults/switches';
import { tellProblems } from '../src/faults/tell-problems';
import { runningDemo } from './running-demo';

/** What stands in for the admin port of payment; it says this of its faults. */
const startAdmin = async (status: () => object) => {
  const port = (base: number) => servicePort('payment', base) + adminPortOffset;
  const portBase = await freePortBase((base) => [port(base)]);
  const server = createServer(({ url }, response) => {
    response.writeHead(url === '/-/faults' ? 200 : 404).end(JSON.stringify(status()));
  });
  await new Promise<void>((resolve) => server.listen(port(portBase), '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return portBase;
};

describe('a fault that could not begin', () => {
  it('is shown by the status, with the reason from its service', async () => {
    const reports = [{ key: 'slowPayment', problem: 'connect ECONNREFUSED' }, { key: 'logLeak' }];
    const { layout } = await runningDemo(await startAdmin(() => reports));
    const switches = switchesOf(layout);
    for (const key of ['slowPayment', 'payment', 'logLeak', 'searchSql', 'apiGatewayDown'] as const)
      await switches.on(key, {});
    await switches.on('badRelease', { fault: 'slowPayment' });
    const on = await switches.status();
    const problems = await switches.problems(on);
    expect(Object.fromEntries(problems)).toEqual({
      slowPayment: 'connect ECONNREFUSED',
      payment: 'payment has not read that it is on',
      searchSql: 'product cannot be asked',
      badRelease: 'connect ECONNREFUSED',
    });
    const told = 'slowPayment is on, but may not take hold: connect ECONNREFUSED';
    expect(statusText(on, problems, false)).toContain(told);
    expect(JSON.parse(statusText(on, problems, true))).toContainEqual(
      expect.objectContaining({ key: 'slowPayment', problem: 'connect ECONNREFUSED' }),
    );
  });

  it('is reported by the demo, once per reason', async () => {
    const report = { key: 'payment', problem: 'one reason' };
    const portBase = await startAdmin(() => [report]);
    const { layout } = await runningDemo(portBase);
    const lines: string[] = [];
    const told = tellProblems(layout.faults, portBase, (line) => lines.push(line));
    onTestFinished(() => told.stop());
    await switchesOf(layout).on('payment', {});
    const soon = { timeout: 20_000 };
    await expect.poll(() => lines, soon).toHaveLength(1);
    report.problem = 'another';
    await expect.poll(() => lines, soon).toHaveLength(2);
    expect(lines).toEqual([
      'payment is on, but may not take hold: one reason',
      'payment is on, but may not take hold: another',
    ]);
  });
});
