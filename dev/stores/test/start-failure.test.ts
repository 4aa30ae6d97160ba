import { describe, expect, it } from 'vitest';
import { failureFrom } from '../src/start-failure';

describe('the last output of a server', () => {
  it('names a full disk, wherever the output mentions it', () => {
    const output =
      'running bootstrap script\nFATAL: could not write: No space left on device\n\tbye\n';
    expect(failureFrom(output, 'PostgreSQL', 'ended', { port: 5432 })).toMatchObject({
      code: 'DISK_FULL',
      message: 'PostgreSQL cannot write: the disk is full',
      details: { port: 5432 },
    });
  });

  it('is reduced to the lines with a reason, or else to the last lines', () => {
    const told = 'starting\nFATAL:  database files are incompatible with server\nshutting down\n';
    expect(failureFrom(told, 'PostgreSQL', 'ended').message).toBe(
      'PostgreSQL ended: FATAL:  database files are incompatible with server',
    );
    expect(failureFrom('one\ntwo\nthree\nfour\n', 'Redis', 'ended').message).toBe(
      'Redis ended: two | three | four',
    );
  });
});
