import { basename, relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import { waiting } from './vitest.rotation.mts';

const workspace = import.meta.dirname;
const project = basename(process.cwd());
/** A second run of the same tests, with stores in containers, keeps its own count. */
const stores = process.env.STORES === 'containers' ? '-containers' : '';

/** What every package's tests share: workspace sources instead of builds, and a count for `npm test`. */
// What tests read of the programs that they start has no colours, whatever this terminal is asked for.
delete process.env.FORCE_COLOR;

export default defineConfig({
  resolve: { conditions: ['@faultline/source'] },
  ssr: { resolve: { conditions: ['@faultline/source'] } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: waiting(relative(workspace, process.cwd())),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A second, as it is without this, is short for a machine that is busy with other tests.
    expect: { poll: { timeout: 15_000 } },
    reporters: ['default', 'json'],
    outputFile: { json: `${workspace}/.test-results/${project}${stores}.json` },
  },
});
