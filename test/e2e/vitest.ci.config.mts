import { mergeConfig } from 'vitest/config';
import shared from '../../vitest.shared.mts';

// What needs minutes, most of it a clone of its own: part of continuous integration, not of `npm test`.
const config = mergeConfig(shared, {
  test: {
    fileParallelism: false,
    globalSetup: './ci/global-setup.ts',
    hookTimeout: 240_000,
    testTimeout: 120_000,
  },
});
config.test.include = ['ci/**/*.test.ts'];
config.test.outputFile = { json: '../../.test-results/e2e-ci.json' };
export default config;
