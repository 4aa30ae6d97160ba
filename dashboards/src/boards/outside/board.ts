import type { Board } from '../../grafana/board';
import { commonVariables } from '../../grafana/variables';
import { k6Row } from './k6-row';
import { probesRow } from './probes-row';

export const outside: Board = {
  name: 'outside',
  variables: commonVariables,
  rows: [probesRow, k6Row],
};
