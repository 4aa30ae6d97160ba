import { join } from 'node:path';
import { freePort } from '@faultline/stores';
import { respondsOk, startNodeProgram } from '../src/components/node-program';
import type { Component } from '../src/supervision/component';

type Trait = 'ends' | 'stubborn' | 'wordy' | 'disk-full';

/** A component that runs the small service of the fixtures on a free port. */
export const fixtureComponent = async (
  name: string,
  relations: Partial<Pick<Component, 'startsAfter' | 'uses'>> & { traits?: Trait[] } = {},
): Promise<Component> => {
  const { startsAfter = [], uses = [], traits = [] } = relations;
  const port = await freePort();
  return {
    name,
    kind: 'service',
    url: `http://127.0.0.1:${port}`,
    ports: [port],
    startsAfter,
    uses,
    start: (context) =>
      startNodeProgram(
        {
          arguments: [join('test/fixtures/service.mjs'), String(port), ...traits],
          cwd: process.cwd(),
          environment: {},
          ready: () => respondsOk(`http://127.0.0.1:${port}/`),
        },
        context,
      ),
  };
};
