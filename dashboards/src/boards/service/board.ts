import type { Board } from '../../grafana/board';
import { anyLevel, commonVariables, oneService } from '../../grafana/variables';
import { byVersionRow } from '../releases/by-version';
import { dependenciesRow } from './dependencies';
import { logsAndTracesRow } from './logs-and-traces';
import { processesRow } from './processes';
import { redRow } from './red';
import { statusRow } from './status';

export const service: Board = {
  name: 'service',
  variables: [...commonVariables, oneService, anyLevel],
  rows: [statusRow, redRow, byVersionRow, logsAndTracesRow, dependenciesRow, processesRow],
};
