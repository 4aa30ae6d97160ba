import type { Board } from '../../grafana/board';
import { commonVariables } from '../../grafana/variables';
import { businessRow } from './business';
import { indicatorsRow } from './indicators';
import { mapRow } from './map';
import { redRow } from './red';

export const overview: Board = {
  name: 'overview',
  variables: commonVariables,
  rows: [indicatorsRow, mapRow, redRow, businessRow],
};
