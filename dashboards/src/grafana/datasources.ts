import { placeholder } from './expressions';

/** Data sources are variables, whose values are at first the uids of grafana/otel-lgtm and of our provisioning. */
export const datasources = {
  prometheus: { type: 'prometheus', uid: placeholder('prometheus') },
  loki: { type: 'loki', uid: placeholder('loki') },
  tempo: { type: 'tempo', uid: placeholder('tempo') },
  pyroscope: { type: 'grafana-pyroscope-datasource', uid: placeholder('pyroscope') },
} as const;

export type DatasourceName = keyof typeof datasources;

export const datasourceTitles = {
  prometheus: 'Prometheus',
  loki: 'Loki',
  tempo: 'Tempo',
  pyroscope: 'Pyroscope',
} as const satisfies Record<DatasourceName, string>;
