import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { readExemplars, readMetrics } from '../src';

const page = `# TYPE charge_seconds histogram
charge_seconds_bucket{le="0.1"} 3 # {trace_id="0af7651916cd43dd8448eb211c80319c",span_id="b7ad6b7169203331"} 0.05 1795714000.1
charge_seconds_bucket{le="+Inf"} 4
charges_total{outcome="paid # {"} 4
# EOF
`;

const serve = async (): Promise<string> => {
  const server = createServer((_request, response) => response.end(page));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
};

it('reads samples without their exemplars', async () => {
  expect(await readMetrics(await serve())).toEqual([
    { name: 'charge_seconds_bucket', labels: { le: '0.1' }, value: 3 },
    { name: 'charge_seconds_bucket', labels: { le: '+Inf' }, value: 4 },
    { name: 'charges_total', labels: { outcome: 'paid # {' }, value: 4 },
  ]);
});

it('reads the traces of exemplars', async () => {
  expect(await readExemplars(await serve())).toEqual(['0af7651916cd43dd8448eb211c80319c']);
});
