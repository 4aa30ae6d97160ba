import { storeNames } from '@faultline/topology';
import type { Board } from '../../grafana/board';
import { logLines, streams } from '../../grafana/logs';
import { anyStore, commonVariables } from '../../grafana/variables';
import { allRow } from './all';
import { postgresqlRow } from './postgresql';
import { redisRow } from './redis';

const logsRow = {
  title: 'What the servers log',
  panels: [
    logLines(
      {
        title: 'Log lines of the servers',
        about:
          'Errors and notices of PostgreSQL and Redis. Empty without the logs of the stores in Loki.',
        nothing: 'No line of the stores',
      },
      `${streams(`service_name=~"${storeNames.join('|')}"`)} | service_name=~"\${store:pipe}"`,
    ),
  ],
};

export const stores: Board = {
  name: 'stores',
  variables: [...commonVariables, anyStore],
  rows: [allRow, postgresqlRow, redisRow, logsRow],
};
