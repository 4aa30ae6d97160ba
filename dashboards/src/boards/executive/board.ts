import type { Board } from '../../grafana/board';
import { commonVariables } from '../../grafana/variables';
import { budgetsRow } from './budgets';
import { incidentsRow } from './incidents';

export const executive: Board = {
  name: 'executive',
  from: 'now-24h',
  refresh: '1m',
  variables: commonVariables,
  rows: [budgetsRow, incidentsRow],
};
