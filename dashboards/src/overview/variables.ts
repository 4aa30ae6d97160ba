import { selectorOf } from '@faultline/slo';
import { identityLabels } from '@faultline/topology';
import {
  CustomVariableBuilder,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { datasourceNames, datasources } from './datasources';
import { installed } from './expressions';

const chosenDatasources = Object.entries(datasourceNames).map(([uid, title]) =>
  new DatasourceVariableBuilder(uid)
    .label(title)
    .type(uid)
    .current({ selected: true, text: title, value: uid }),
);

/** Only one installation can be selected, so that no panel adds two of them up. */
const chosenInstallation = new QueryVariableBuilder('installation')
  .label('Installation')
  .datasource(datasources.prometheus)
  .query({
    query: `label_values(${selectorOf('build_info')}, ${identityLabels.installation})`,
    refId: 'installations',
  })
  .refresh(VariableRefresh.OnTimeRangeChanged)
  .sort(VariableSort.AlphabeticalAsc);

const chosenServices = new QueryVariableBuilder('service')
  .label('Service')
  .datasource(datasources.prometheus)
  .query({
    query: `label_values(${installed('build_info')}, ${identityLabels.service})`,
    refId: 'services',
  })
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

/** The variables of the dashboard. */
export const variables = [...chosenDatasources, chosenInstallation, chosenServices, chosenLevels];
