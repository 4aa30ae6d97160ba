import { runBuilt } from '../../demo/bin/run-built.mjs';

// `npm run prove [-- KEY…] [--report]`: each fault against its declared evidence.
await runBuilt('prove');
