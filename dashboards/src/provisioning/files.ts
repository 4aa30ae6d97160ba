import { defaultScrapeSeconds, timingOf } from '@faultline/slo';
import { stringify } from 'yaml';
import { prometheusGroups } from '../rules/groups';
import { type RuleGroup, renderRules } from '../rules/rule-file';
import { sloGroups } from '../rules/slo-groups';
import { watchdogGroup } from '../rules/watchdog';
import { renderDatasources } from './datasources';

/** A reference to a variable of Grafana's environment. */
const variable = (name: string): string => `\${${name}}`;

/** For a Grafana anywhere: it learns from its environment where the others are. */
const anywhere = renderDatasources({
  urls: {
    prometheus: variable('PROMETHEUS_URL'),
    loki: variable('LOKI_URL'),
    tempo: variable('TEMPO_URL'),
    pyroscope: variable('PYROSCOPE_URL'),
    alertmanager: variable('ALERTMANAGER_URL'),
  },
  scrapeInterval: '15s',
});

/** For the lgtm pod, where all are neighbours and Prometheus scrapes every 5 s. */
const lgtm = renderDatasources({
  urls: {
    prometheus: 'http://localhost:9090',
    loki: 'http://localhost:3100',
    tempo: 'http://localhost:3200',
    pyroscope: 'http://localhost:4040',
    alertmanager: 'http://localhost:9093',
  },
  scrapeInterval: '5s',
});

const provider = stringify({
  apiVersion: 1,
  providers: [
    {
      name: 'faultline',
      folder: 'Faultline',
      type: 'file',
      options: { path: '/var/lib/grafana/dashboards/faultline' },
    },
  ],
});

const groups = [...prometheusGroups(timingOf(defaultScrapeSeconds)), ...sloGroups, watchdogGroup];

/** The groups with only those of their rules that alert, or only those that record. */
const only = (kind: 'alert' | 'record'): RuleGroup[] =>
  groups
    .map((group) => ({ ...group, rules: group.rules.filter((rule) => kind in rule) }))
    .filter(({ rules }) => rules.length > 0);

/** Provisioning for Grafana, and the files of a mixin: paths in the workspace with their contents. */
export const provisioningFiles = (): [path: string, contents: string][] => [
  ['deploy/grafana/provisioning/datasources/faultline.yaml', anywhere],
  [
    'deploy/grafana/provisioning/dashboards/faultline.yaml',
    `# Generated from dashboards/src/provisioning by npm run generate.\n${provider}`,
  ],
  ['deploy/helm/faultline/files/lgtm/datasources.yaml', lgtm],
  ['deploy/mixin/prometheus_alerts.yaml', renderRules(only('alert'))],
  ['deploy/mixin/prometheus_rules.yaml', renderRules(only('record'))],
];
