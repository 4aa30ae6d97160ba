import { mergeConfig } from 'vitest/config';
import shared from '../../vitest.shared.mts';

// One shop for all files that leave it as they found it; two cores carry one file at a time.
export default mergeConfig(shared, {
  test: {
    globalSetup: './test/global-setup.ts',
    fileParallelism: false,
    // A shop starts within seconds, and on a busy machine within minutes; so long a test takes that waits for pages.
    hookTimeout: 240_000,
    testTimeout: 120_000,
  },
});
