import { placeholder } from './expressions';

/** Datasources are variables, whose values are at first the uids of grafana/otel-lgtm. */
export const datasources = {
  prometheus: { type: 'prometheus', uid: placeholder('prometheus') },
  loki: { type: 'loki', uid: placeholder('loki') },
  tempo: { type: 'tempo', uid: placeholder('tempo') },
} as const;

export const datasourceNames = {
  prometheus: 'Prometheus',
  loki: 'Loki',
  tempo: 'Tempo',
} as const;
