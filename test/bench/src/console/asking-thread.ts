import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/umd/node-adapter.js';
import { ask } from './questions';

/** Asks on a thread of its own: beside what makes 10,000 spans a second, it would measure how long it waits for that. */
const asking = { ask };
export type AskingThread = typeof asking;

if (parentPort) expose(asking, nodeEndpoint(parentPort));
