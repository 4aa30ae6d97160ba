import type { Dashboard, Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { allBoards } from '../src/boards';
import { buildBoard } from '../src/grafana/board';

export interface BuiltBoard {
  name: string;
  dashboard: Dashboard;
  panels: readonly Panel[];
}

/** Every dashboard, as its JSON has it. */
export const built: readonly BuiltBoard[] = allBoards.map((board) => {
  const dashboard = buildBoard(board);
  return {
    name: board.name,
    dashboard,
    panels: (dashboard.panels ?? []).flatMap((panel) => ('collapsed' in panel ? [] : [panel])),
  };
});

/** Every panel, with its dashboard. */
export const everyPanel = built.flatMap(({ name, panels }) =>
  panels.map((panel) => ({ board: name, title: panel.title ?? '', panel })),
);

/** Every address in a value: those of links of dashboards, panels, fields and elements. */
export const urlsIn = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/"url":"([^"]+)"/g)].map(([, url = '']) => url);

/** The variables that a text refers to, those of Grafana itself left out. */
export const variablesIn = (text: string): string[] =>
  [...text.matchAll(/\$\{?(\w+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith('__'));
