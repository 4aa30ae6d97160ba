import { mergeConfig } from 'vitest/config';
import shared from '../../vitest.shared.mts';

// What needs a clone of its own, and minutes: part of continuous integration, not of `npm test`.
const config = mergeConfig(shared, {
  test: { fileParallelism: false, globalSetup: './ci/global-setup.ts' },
});
config.test.include = ['ci/**/*.test.ts'];
config.test.outputFile = { json: '../../.test-results/e2e-ci.json' };
export default config;
