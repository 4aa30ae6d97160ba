import { DashboardLinkBuilder, DashboardLinkType } from '@grafana/grafana-foundation-sdk/dashboard';
import { type BoardName, boards, boardTag } from '../boards/names';
import { type DatasourceName, datasources } from './datasources';
import { placeholder } from './expressions';

/** What a link hands on: the installation and the data sources. */
const handedOn = [...Object.keys(datasources), 'installation'];

/** The address of another board in the same time range, with the values of its variables. */
export const boardUrl = (board: BoardName, values: Readonly<Record<string, string>> = {}): string =>
  `/d/${boards[board].uid}?${[
    placeholder('__url_time_range'),
    ...handedOn.map((variable) => placeholder(variable, 'queryparam')),
    ...Object.entries(values).map(([variable, value]) => `var-${variable}=${value}`),
  ].join('&')}`;

/** A link of each value of a panel to another board. */
export const boardLink = (
  title: string,
  board: BoardName,
  values: Readonly<Record<string, string>>,
): DashboardLinkBuilder =>
  new DashboardLinkBuilder(title).type(DashboardLinkType.Link).url(boardUrl(board, values));

/** The value of a label of the series that was clicked. */
export const clickedLabel = (label: string): string => placeholder(`__field.labels.${label}`);

/** A link to a query in Explore, in the same time range. */
export const exploreLink = (
  title: string,
  datasource: DatasourceName,
  query: Readonly<Record<string, string>>,
): DashboardLinkBuilder => {
  const { type, uid } = datasources[datasource];
  const panes = {
    pane: {
      datasource: uid,
      queries: [{ refId: 'A', datasource: { type, uid }, ...query }],
      range: { from: placeholder('__from'), to: placeholder('__to') },
    },
  };
  return new DashboardLinkBuilder(title)
    .type(DashboardLinkType.Link)
    .url(`/explore?schemaVersion=1&panes=${encodedPanes(panes)}`);
};

/** Encoded as in an address, but for the references to variables, which Grafana has to find. */
const encodedPanes = (panes: object): string =>
  encodeURIComponent(JSON.stringify(panes)).replace(
    /%24%7B([\w.%]+?)%7D/g,
    (_, name: string) => `\${${decodeURIComponent(name)}}`,
  );

/** The menu of all boards, at the top of each. */
export const menu = new DashboardLinkBuilder('Faultline')
  .type(DashboardLinkType.Dashboards)
  .tags([boardTag])
  .asDropdown(true)
  .includeVars(true)
  .keepTime(true);
