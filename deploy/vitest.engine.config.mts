import { mergeConfig } from 'vitest/config';
import shared from '../vitest.shared.mts';

// What builds images, for minutes: a part of `npm test -- --containers`.
const config = mergeConfig(shared, {});
config.test.include = ['test/engine/**/*.test.ts'];
config.test.outputFile = { json: '../.test-results/deploy-engine.json' };
export default config;
