import { join, resolve } from 'node:path';

/** The repository, seen from `test/bench/src` and from `test/bench/dist` alike. */
export const workspaceRoot = resolve(__dirname, '../../..');

/** This package, whose built programs run as servers. */
export const benchRoot = resolve(__dirname, '..');

/** Where results are written, and what a run needs for a while. */
export const benchDirectory = join(workspaceRoot, '.faultline/bench');
