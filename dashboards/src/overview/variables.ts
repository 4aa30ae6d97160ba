import {
  CustomVariableBuilder,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { datasourceNames, datasources } from './datasources';

const chosenDatasources = Object.entries(datasourceNames).map(([uid, title]) =>
  new DatasourceVariableBuilder(uid)
    .label(title)
    .type(uid)
    .current({ selected: true, text: title, value: uid }),
);

const chosenServices = new QueryVariableBuilder('service')
  .label('Service')
  .datasource(datasources.prometheus)
  .query({ query: 'label_values(build_info, service)', refId: 'services' })
  .refresh(VariableRefresh.OnTimeRangeChanged)
  .sort(VariableSort.AlphabeticalAsc)
  .multi(true)
  .includeAll(true)
  .allValue('.+')
  .current({ selected: true, text: 'All', value: '$__all' });

const chosenLevels = new CustomVariableBuilder('level')
  .label('Log level')
  .values('error,info')
  .multi(true)
  .includeAll(true)
  .allValue('.+')
  .current({ selected: true, text: ['error'], value: ['error'] });

/** What a reader of the dashboard can choose. */
export const variables = [...chosenDatasources, chosenServices, chosenLevels];
