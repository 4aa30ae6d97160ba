import { runBuilt } from '../../demo/bin/run-built.mjs';

// `npm run bench [-- NAME …]`: side by side, in one run, on this machine.
await runBuilt('bench');
