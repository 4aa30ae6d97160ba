import { defaultInstallation } from '@faultline/topology';
import { overview } from './dashboard';

/** A query in PromQL, with the panel that shows it. */
export interface PanelQuery {
  panel: string;
  promql: string;
}

/** What Grafana puts in for variables when everything is chosen. */
const everything: readonly [variable: RegExp, value: string][] = [
  [/\$__rate_interval/g, '1m'],
  [/\$(service|level)\b/g, '.+'],
  [/\$installation\b/g, defaultInstallation],
];

/** The queries of the overview as Grafana sends them to Prometheus when everything is chosen. */
export const overviewQueries = (): readonly PanelQuery[] =>
  (overview().panels ?? []).flatMap((panel) =>
    'targets' in panel
      ? (panel.targets ?? []).flatMap((target) => {
          if (panel.datasource?.type !== 'prometheus') return [];
          const promql = everything.reduce(
            (text, [from, to]) => text.replace(from, to),
            expressionOf(target),
          );
          return [{ panel: panel.title ?? '', promql }];
        })
      : [],
  );

/** The PromQL of a target: the SDK types only what the targets of all datasources have. */
const expressionOf = (target: object): string => {
  if ('expr' in target && typeof target.expr === 'string') return target.expr;
  throw new Error('a target of Prometheus has no expression');
};
