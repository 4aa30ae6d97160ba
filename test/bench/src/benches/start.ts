import { median, spreadOf } from '@faultline/evidence';
import type { Bench } from '../bench';
import { npmStart } from '../program/npm-start';
import { workspaceRoot } from '../workspace';

const runs = 3;
const maxSeconds = 5;

export const start: Bench = {
  name: 'start',
  title: 'From `npm start` to ready, with everything installed and built',
  limitMinutes: 5,
  run: async ({ leftovers, progress }) => {
    const seconds: number[] = [];
    const demoSeconds: number[] = [];
    for (let run = 1; run <= runs; run += 1) {
      const taken = await npmStart({ leftovers, cwd: workspaceRoot, limitSeconds: 90 });
      progress(
        `run ${run} of ${runs}: ${taken.seconds.toFixed(1)} s, of which the demo ${taken.demoSeconds.toFixed(1)} s`,
      );
      seconds.push(taken.seconds);
      demoSeconds.push(taken.demoSeconds);
    }
    return {
      method: [
        `\`npm start\` in this checkout, with its shoppers, until it says that all parts run and every service answers that it is ready; median (lowest–highest) of ${runs} runs.`,
        'The demo itself is the part after npm and the look for what has to be built.',
      ],
      tables: [
        {
          columns: [
            { title: 'Ready after, s', digits: 1 },
            { title: 'Of which the demo itself, s', digits: 1 },
          ],
          rows: [[spreadOf(seconds), spreadOf(demoSeconds)]],
        },
      ],
      targets: [
        { name: 'Ready', value: median(seconds), atMost: maxSeconds, unit: 's', digits: 1 },
      ],
    };
  },
};
