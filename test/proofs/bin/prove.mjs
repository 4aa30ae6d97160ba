import { runBuilt } from '../../../tools/launch/run-built.mjs';

// `npm run prove [-- KEY…] [--report]`: each fault against its declared evidence.
await runBuilt('test/proofs');
