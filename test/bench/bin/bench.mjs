import { runBuilt } from '../../../tools/launch/run-built.mjs';

// `npm run bench [-- NAME …]`: side by side, in one run, on this machine.
await runBuilt('test/bench');
