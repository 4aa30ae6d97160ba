import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import { allBoards } from '../boards';
import type { BoardName } from '../boards/names';
import { buildBoard } from './board';
import { type DatasourceName, datasources } from './datasources';

/** A query of a dashboard, as it stands in its JSON: references to variables are not replaced. */
export interface BoardQuery {
  board: BoardName;
  /** The panel, annotation or variable that asks. */
  asks: string;
  datasource: DatasourceName;
  /** PromQL, LogQL, TraceQL, the selector of profiles, or the query of a variable. */
  text: string;
  /** What the series are called: labels in double braces. */
  legend: string;
  /** Of one moment, not of a range. */
  isInstant: boolean;
  /** When there may be no data, in words; undefined if there must be some. */
  emptyWhen: string | undefined;
}

const isDatasource = (name: string): name is DatasourceName => name in datasources;

const namesOfTypes = new Map<string, DatasourceName>(
  Object.keys(datasources)
    .filter(isDatasource)
    .map((name) => [datasources[name].type, name]),
);

/** A field of a query; the SDK's type has only those that all data sources have. */
const field = (query: object, name: string): unknown =>
  new Map<string, unknown>(Object.entries(query)).get(name);

const textOf = (query: object): string => {
  const texts = ['expr', 'query', 'labelSelector'].map((name) => field(query, name));
  const text = texts.find((value) => typeof value === 'string');
  if (typeof text !== 'string') throw new Error(`no text in ${JSON.stringify(query)}`);
  return text;
};

const asks = (query: object) => ({
  text: textOf(query),
  legend: String(field(query, 'legendFormat') ?? ''),
  isInstant: field(query, 'instant') === true || field(query, 'queryType') === 'instant',
});

const datasourceOf = (name: string, type: string | undefined): DatasourceName => {
  const known = namesOfTypes.get(type ?? '');
  if (known === undefined) throw new Error(`${name} has no data source that we know`);
  return known;
};

/** 'Empty while …', 'Empty until …' or 'Empty without …' in a description. */
const emptyWhen = (description = ''): string | undefined =>
  /\bEmpty (?:while|until|without)\b[^.]*/.exec(description)?.[0];

const panelQueries = ({ panels = [] }: Dashboard) =>
  panels.flatMap((panel) =>
    'collapsed' in panel
      ? []
      : (panel.targets ?? []).map((target) => ({
          asks: panel.title ?? '',
          datasource: datasourceOf(panel.title ?? '', panel.datasource?.type),
          emptyWhen: emptyWhen(panel.description),
          ...asks(target),
        })),
  );

const annotationQueries = ({ annotations }: Dashboard) =>
  (annotations?.list ?? []).flatMap(({ name, target, datasource }) =>
    target
      ? [
          {
            asks: `annotation ${name}`,
            datasource: datasourceOf(name, datasource?.type),
            emptyWhen: 'Empty while nothing happens',
            ...asks(target),
          },
        ]
      : [],
  );

const variableQueries = ({ templating }: Dashboard) =>
  (templating?.list ?? []).flatMap(({ type, name, query, datasource }) =>
    type === 'query' && typeof query === 'object'
      ? [
          {
            asks: `variable ${name}`,
            datasource: datasourceOf(name, datasource?.type),
            emptyWhen: undefined,
            ...asks(query),
          },
        ]
      : [],
  );

/** Every query of every dashboard. */
export const boardQueries = (): readonly BoardQuery[] =>
  allBoards.flatMap((each) => {
    const dashboard = buildBoard(each);
    return [
      ...variableQueries(dashboard),
      ...annotationQueries(dashboard),
      ...panelQueries(dashboard),
    ].map((query) => ({ board: each.name, ...query }));
  });
