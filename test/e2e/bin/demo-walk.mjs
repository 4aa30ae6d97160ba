import { runBuilt } from '../../../tools/launch/run-built.mjs';

// `npm run demo:walk`: the steps of docs/demo.md in a browser.
await runBuilt('test/e2e', 'demo-walk');
