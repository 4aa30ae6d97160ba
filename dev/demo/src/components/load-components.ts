import { join } from 'node:path';
import { entry, serviceUrl } from '@faultline/topology';
import { workspaceRoot } from '../layout';
import type { Component } from '../supervision/component';
import { type DemoConfig, loadReading } from './demo-config';
import { startNodeProgram } from './node-program';

/** The load, which starts when the shop is up. */
export const loadComponents = (config: DemoConfig): Component[] => {
  const { load, services, portBase } = config;
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
              // Stopped without waiting, because shoppers pause for seconds.
              ...['--grace', '1s', ...rate],
            ],
            cwd: join(workspaceRoot, 'load'),
            environment: {},
            ready: async () => reported,
            onMessage: (message) => {
              const reading = loadReading(message);
              if (!reading) return;
              reported = true;
              config.onLoad(reading);
            },
          },
          context,
        );
      },
    },
  ];
};
