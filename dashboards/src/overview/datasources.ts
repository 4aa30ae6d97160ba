import { valueOf } from './expressions';

/** Datasources are variables, whose values are at first the uids of grafana/otel-lgtm. */
export const datasources = {
  prometheus: { type: 'prometheus', uid: valueOf('prometheus') },
  loki: { type: 'loki', uid: valueOf('loki') },
  tempo: { type: 'tempo', uid: valueOf('tempo') },
} as const;

export const datasourceNames = {
  prometheus: 'Prometheus',
  loki: 'Loki',
  tempo: 'Tempo',
} as const;
