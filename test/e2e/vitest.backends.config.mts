import { mergeConfig } from 'vitest/config';
import shared from '../../vitest.shared.mts';

// What needs real backends on PATH: prometheus, promtool, loki, jaeger, alertmanager.
const config = mergeConfig(shared, {
  test: {
    // Each file has a shop of its own, and waits for most of its time until an alert fires or is over.
    maxWorkers: 2,
    // A shop and its backends start within seconds, and on a busy machine within minutes.
    hookTimeout: 240_000,
  },
});
config.test.include = ['backends/**/*.test.ts'];
config.test.outputFile = { json: '../../.test-results/e2e-backends.json' };
export default config;
