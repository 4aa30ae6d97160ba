import { selectorOf } from '@faultline/slo';
import { identityLabels } from '@faultline/topology';
import {
  CustomVariableBuilder,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { type DatasourceName, datasources, datasourceTitles } from './datasources';
import { installed } from './expressions';

const isDatasource = (name: string): name is DatasourceName => name in datasources;

/** A board has all of them, so that a link can hand them on. */
const chosenDatasources = Object.keys(datasources)
  .filter(isDatasource)
  .map((name) =>
    new DatasourceVariableBuilder(name)
      .label(datasourceTitles[name])
      .type(datasources[name].type)
      .current({ selected: true, text: datasourceTitles[name], value: name }),
  );

/** The values of a label of some series. */
const labelValues = (name: string, title: string, series: string, label: string) =>
  new QueryVariableBuilder(name)
    .label(title)
    .datasource(datasources.prometheus)
    .query({ query: `label_values(${series}, ${label})`, refId: name })
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.AlphabeticalAsc);

/** All values at first, and any of them. */
const all = { selected: true, text: 'All', value: '$__all' };

/** Only one installation can be selected, so that no panel adds two of them up. */
const installation = labelValues(
  'installation',
  'Installation',
  selectorOf('build_info'),
  identityLabels.installation,
);

/** What every board has. */
export const commonVariables = [...chosenDatasources, installation];

const services = () =>
  labelValues('service', 'Service', installed('build_info'), identityLabels.service);

/** One service. */
export const oneService = services();

/** Any of the services. */
export const anyService = services().multi(true).includeAll(true).allValue('.+').current(all);

/** Any of the stores that a service uses. */
export const anyStore = labelValues(
  'store',
  'Store',
  installed('db_client_operation_duration_seconds_count'),
  'db_namespace',
)
  .multi(true)
  .includeAll(true)
  .allValue('.+')
  .current(all);

/** The levels of log lines; errors only at first. */
export const anyLevel = new CustomVariableBuilder('level')
  .label('Log level')
  .values('error,warn,info')
  .multi(true)
  .includeAll(true)
  .allValue('.+')
  .current({ selected: true, text: ['error'], value: ['error'] });
