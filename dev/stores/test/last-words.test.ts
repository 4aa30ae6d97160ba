import { describe, expect, it } from 'vitest';
import { failureFrom } from '../src/last-words';

describe('the last output of a server', () => {
  it('are a full disk, wherever they say so', () => {
    const output =
      'running bootstrap script\nFATAL: could not write: No space left on device\n\tbye\n';
    expect(failureFrom(output, 'PostgreSQL', 'ended', { port: 5432 })).toMatchObject({
      code: 'DISK_FULL',
      message: 'PostgreSQL cannot write: the disk is full',
      details: { port: 5432 },
    });
  });

  it('are the lines that tell a reason, or else the last ones', () => {
    const told = 'starting\nFATAL:  database files are incompatible with server\nshutting down\n';
    expect(failureFrom(told, 'PostgreSQL', 'ended').message).toBe(
      'PostgreSQL ended: FATAL:  database files are incompatible with server',
    );
    expect(failureFrom('one\ntwo\nthree\nfour\n', 'Redis', 'ended').message).toBe(
      'Redis ended: two | three | four',
    );
  });
});
