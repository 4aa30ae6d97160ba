import { mergeConfig } from 'vitest/config';
import shared from '../vitest.shared.mts';

// What needs real backends on PATH: prometheus, promtool, loki, jaeger.
const config = mergeConfig(shared, { test: { fileParallelism: false } });
config.test.include = ['backends/**/*.test.ts'];
config.test.outputFile = { json: '../.test-results/e2e-backends.json' };
export default config;
