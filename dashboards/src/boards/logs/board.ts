import { TextBoxVariableBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import type { Board } from '../../grafana/board';
import { anyLevel, anyService, commonVariables } from '../../grafana/variables';
import { costRow } from './cost';
import { linesRow, summaryRow } from './summary';

const price = new TextBoxVariableBuilder('price').label('Price per GB').defaultValue('0.50');

export const logs: Board = {
  name: 'logs',
  from: 'now-24h',
  refresh: '1m',
  variables: [...commonVariables, anyService, anyLevel, price],
  rows: [summaryRow, costRow, linesRow],
};
