import { clientDuration, serverDuration } from '@faultline/telemetry/names';
import { identityLabels } from '@faultline/topology';
import { stringify } from 'yaml';
import { type BoardName, boards } from '../boards/names';
import { type DatasourceName, datasources, datasourceTitles } from '../grafana/datasources';
import { profileType } from '../grafana/flame-graph';

interface Provisioned {
  /** Where Grafana finds each of them. */
  urls: Readonly<Record<DatasourceName | 'alertmanager', string>>;
  /** How often Prometheus scrapes, such as `15s`; `$__rate_interval` follows from it. */
  scrapeInterval: string;
}

/** A span's service as a label of metrics, logs and profiles. */
const ofService = [{ key: 'service.name', value: identityLabels.service }];

/** What a span's button for metrics shows: of its service, by route. */
export const spanQueries = [
  {
    name: 'Requests by route',
    query: `sum by (http_route) (rate(${serverDuration}_count{$__tags}[$__rate_interval]))`,
  },
  {
    name: 'Requests that fail',
    query: `sum by (http_route) (rate(${serverDuration}_count{$__tags, http_response_status_code=~"5.."}[$__rate_interval]))`,
  },
  {
    name: 'Duration by route: p95',
    query: `histogram_quantile(0.95, sum by (le, http_route) (rate(${serverDuration}_bucket{$__tags}[$__rate_interval])))`,
  },
  {
    name: 'Calls to other services',
    query: `sum by (server_address, error_type) (rate(${clientDuration}_count{$__tags}[$__rate_interval]))`,
  },
];

/** A variable of a link. In these files a dollar is doubled, or Grafana takes the name from its environment. */
const linked = (name: string): string => `$$\{${name}}`;

/** From a series in Explore's table to logs and traces of its service. */
const fromMetric = [
  {
    targetUID: 'loki',
    label: 'Logs of this service',
    type: 'query',
    config: {
      field: identityLabels.service,
      target: { expr: `{${identityLabels.service}="${linked(identityLabels.service)}"}` },
    },
  },
  {
    targetUID: 'tempo',
    label: 'Traces of this service',
    type: 'query',
    config: {
      field: identityLabels.service,
      target: {
        queryType: 'traceql',
        query: `{ resource.service.name = "${linked(identityLabels.service)}" }`,
      },
    },
  },
];

const raw = linked('__value.raw');

/** The address of a board about the value of a field, in the same time range. */
const boardOf = (board: BoardName, variable: string): string =>
  `/d/${boards[board].uid}?${linked('__url_time_range')}&var-${variable}=${raw}`;

/** Settings that lead from each signal to the next. */
const links = (scrapeInterval: string): Readonly<Record<DatasourceName, object>> => ({
  prometheus: {
    isDefault: true,
    jsonData: {
      httpMethod: 'POST',
      timeInterval: scrapeInterval,
      exemplarTraceIdDestinations: [
        { name: 'trace_id', datasourceUid: 'tempo', urlDisplayLabel: `Trace ${raw}` },
      ],
    },
    correlations: fromMetric,
  },
  loki: {
    jsonData: {
      derivedFields: [
        {
          name: 'trace_id',
          matcherType: 'label',
          matcherRegex: 'trace_id',
          datasourceUid: 'tempo',
          url: raw,
          urlDisplayLabel: `Trace ${raw}`,
        },
        {
          name: identityLabels.service,
          matcherType: 'label',
          matcherRegex: identityLabels.service,
          url: boardOf('service', 'service'),
          urlDisplayLabel: 'Service detail',
        },
        {
          name: 'store',
          matcherType: 'label',
          matcherRegex: '^store$',
          url: boardOf('stores', 'store'),
          urlDisplayLabel: 'Store detail',
        },
      ],
    },
  },
  tempo: {
    jsonData: {
      tracesToLogsV2: {
        datasourceUid: 'loki',
        spanStartTimeShift: '-5m',
        spanEndTimeShift: '5m',
        tags: ofService,
        customQuery: true,
        query: `{${linked('__tags')}} | trace_id = "${linked('__trace.traceId')}"`,
      },
      tracesToMetrics: {
        datasourceUid: 'prometheus',
        spanStartTimeShift: '-10m',
        spanEndTimeShift: '10m',
        tags: ofService,
        queries: spanQueries.map(({ name, query }) => ({
          name,
          query: query.replaceAll('$', '$$$$'),
        })),
      },
      tracesToProfiles: {
        datasourceUid: 'pyroscope',
        tags: ofService,
        profileTypeId: profileType,
        customQuery: false,
      },
      serviceMap: { datasourceUid: 'prometheus' },
      nodeGraph: { enabled: true },
      search: { hide: false },
    },
  },
  pyroscope: {},
});

const isDatasource = (name: string): name is DatasourceName => name in datasources;

/** No dashboard asks it, but Grafana shows its alerts and silences. */
const alertmanager = {
  name: 'Alertmanager',
  type: 'alertmanager',
  uid: 'alertmanager',
  access: 'proxy',
};

/** A file with data sources for Grafana's provisioning. */
export const renderDatasources = ({ urls, scrapeInterval }: Provisioned): string => {
  const settings = links(scrapeInterval);
  const list = Object.keys(datasources)
    .filter(isDatasource)
    .map((name) => ({
      name: datasourceTitles[name],
      type: datasources[name].type,
      uid: name,
      access: 'proxy',
      url: urls[name],
      ...settings[name],
    }));
  const all = [
    ...list,
    {
      ...alertmanager,
      url: urls.alertmanager,
      jsonData: { implementation: 'prometheus', handleGrafanaManagedAlerts: false },
    },
  ];
  const text = stringify(
    { apiVersion: 1, datasources: all },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
  return `# Generated from dashboards/src/provisioning by npm run generate.\n${text}`;
};
