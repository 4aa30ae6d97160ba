import { healthPath, productRoutes } from '@faultline/contracts';
import { testFaults } from '@faultline/faults/testing';
import { outsideServer } from '@faultline/service';
import { expect, it, onTestFinished } from 'vitest';
import { startGateway } from './fixture';

it('asks for a list as often as retryStorm says, however fast product responds', async () => {
  let lists = 0;
  const product = outsideServer();
  product.get(healthPath, async () =>
    ['product', 'cart', 'session', 'payment'].map((Name) => ({
      Name,
      Status: 'OK',
      StatusTime: new Date().toISOString(),
    })),
  );
  product.get(productRoutes.list.path, async () => {
    lists += 1;
    return { items: [], page: 1, size: 24, total: 0 };
  });
  const address = await product.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => product.close());
  const faults = await testFaults();
  onTestFinished(() => faults.remove());
  const gateway = await startGateway(address, { FAULTS_FILE: faults.file });
  onTestFinished(() => gateway.stop());
  const askedFor = async () => {
    lists = 0;
    const response = await gateway.get('/api/products');
    expect(response.status).toBe(200);
    return lists;
  };

  expect(await askedFor()).toBe(1);
  await faults.switchTo('retryStorm');
  await expect.poll(askedFor).toBe(8);
  await faults.switchTo('retryStorm', { tries: 3 });
  await expect.poll(askedFor).toBe(3);
});
