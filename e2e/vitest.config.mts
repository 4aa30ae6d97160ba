import { mergeConfig } from 'vitest/config';
import shared from '../vitest.shared.mts';

// One shop for all files that leave it as they found it; two cores carry one file at a time.
export default mergeConfig(shared, {
  test: { globalSetup: './test/global-setup.ts', fileParallelism: false },
});
