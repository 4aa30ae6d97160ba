import { mergeConfig } from 'vitest/config';
import shared from '../../vitest.shared.mts';

// What needs a cluster with the images in it: `npm run test:cluster`.
const config = mergeConfig(shared, {
  test: { fileParallelism: false, globalSetup: './cluster/global-setup.ts' },
});
config.test.include = ['cluster/**/*.test.ts'];
config.test.outputFile = { json: '../../.test-results/e2e-cluster.json' };
export default config;
