import { join } from 'node:path';
import { freePort } from '@faultline/stores';
import { startNodeProgram } from '../src/parts/node-program';
import { answersOk } from '../src/parts/readiness';
import type { Part } from '../src/supervision/part';

type Trait = 'ends' | 'stubborn' | 'wordy' | 'disk-full';

/** A part that runs the small service of the fixtures on a free port. */
export const fixturePart = async (
  name: string,
  relations: Partial<Pick<Part, 'startsAfter' | 'uses'>> & { traits?: Trait[] } = {},
): Promise<Part> => {
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
          ready: () => answersOk(`http://127.0.0.1:${port}/`),
        },
        context,
      ),
  };
};
