import { shareOfDay } from '@faultline/stores';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { fault } from './additions/fault';
import { publicRoute, route } from './additions/routes';
import { service } from './additions/service';
import { Scratch } from './scratch';

let scratch: Scratch;
beforeAll(() => {
  scratch = new Scratch();
}, 120_000);
afterEach(() => scratch.reset());
afterAll(() => scratch[Symbol.dispose]());

// Each generates, and checks types for half a minute.
it.each(shareOfDay([route, fault, publicRoute, service], 3))(
  '$name',
  {
    timeout: 240_000,
  },
  ({ add }) => {
    expect.hasAssertions();
    add(scratch);
  },
);
