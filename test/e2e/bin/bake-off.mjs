import { runBuilt } from '../../../tools/launch/run-built.mjs';

// `npm run bake-off`: what detects which fault, how fast.
await runBuilt('test/e2e', 'bake-off/main');
