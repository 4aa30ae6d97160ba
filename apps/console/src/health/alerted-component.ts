import { type AlertName, alertOf, type MetricCondition, serviceOf } from '@faultline/slo';
import { storeNames } from '@faultline/topology';
import type { ComponentName } from './health';

const labelsOf = (condition: MetricCondition): Readonly<Record<string, string | undefined>> => {
  if (condition.kind === 'absent') return {};
  const { labels = {} } = condition.kind === 'ratio' ? condition.numerator : condition.series;
  return labels;
};

/** The component that an alert is about: the store or the external system in its labels, else the service. */
export const alertedComponent = (name: AlertName): ComponentName => {
  const { when } = alertOf(name);
  if (when.kind === 'logged') return when.service;
  const { db_namespace, server_address } = labelsOf(when);
  if (server_address === 'payment-provider') return server_address;
  return storeNames.find((store) => store === db_namespace) ?? serviceOf(when);
};
