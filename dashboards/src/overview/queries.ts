import { defaultInstallation } from '@faultline/topology';
import { overview } from './dashboard';

/** A query in PromQL, with the panel that shows it. */
export interface PanelQuery {
  panel: string;
  promql: string;
}

/** The values of the variables if everything is selected. */
const everything: readonly [variable: RegExp, value: string][] = [
  [/\$__rate_interval/g, '1m'],
  [/\$(service|level)\b/g, '.+'],
  [/\$installation\b/g, defaultInstallation],
];

/** The queries that the overview sends to Prometheus if everything is selected. */
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

/** The PromQL of a target; the SDK's type has only the fields that all datasources have. */
const expressionOf = (target: object): string => {
  if ('expr' in target && typeof target.expr === 'string') return target.expr;
  throw new Error('a target of Prometheus has no expression');
};
