import { join } from 'node:path';
import { entry, serviceUrl } from '@faultline/topology';
import { workspaceRoot } from '../layout';
import type { Part } from '../supervision/part';
import { loadReading } from './load-reading';
import { startNodeProgram } from './node-program';
import type { Setting } from './setting';

/** The shoppers, once there is a shop. */
export const loadParts = (setting: Setting): Part[] => {
  const { load, services, portBase } = setting;
  if (!load || !services.includes(entry)) return [];
  const rate = load.rate === undefined ? [] : ['--rate', String(load.rate)];
  return [
    {
      name: 'load',
      kind: 'load',
      ports: [],
      startsAfter: services,
      uses: [entry],
      start: async (context) => {
        let reported = false;
        return startNodeProgram(
          {
            arguments: [
              ...['dist/main.js', '--url', serviceUrl(entry, portBase)],
              // Shoppers think for seconds; the end of the demo does not wait for them.
              ...['--grace', '1s', ...rate],
            ],
            cwd: join(workspaceRoot, 'load'),
            environment: {},
            ready: async () => reported,
            onMessage: (message) => {
              const reading = loadReading(message);
              if (!reading) return;
              reported = true;
              setting.onLoad(reading);
            },
          },
          context,
        );
      },
    },
  ];
};
