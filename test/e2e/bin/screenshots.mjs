import { runBuilt } from '../../../tools/launch/run-built.mjs';

// `npm run docs:screenshots`: the pictures of the docs.
await runBuilt('test/e2e', 'screenshots');
