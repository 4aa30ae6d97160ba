import { configDefaults, mergeConfig } from 'vitest/config';
import shared from '../vitest.shared.mts';

// The files share what helm has rendered, and change nothing that others see.
export default mergeConfig(shared, {
  test: { isolate: false, exclude: [...configDefaults.exclude, 'test/engine/**'] },
});
