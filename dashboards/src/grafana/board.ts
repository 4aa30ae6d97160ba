import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  type AnnotationQuery,
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  type Panel,
  RowBuilder,
  type VariableModel,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { type BoardName, boards, boardTag } from '../boards/names';
import { annotations } from './annotations';
import { menu } from './links';

/** A panel of any kind. */
interface BoardPanel {
  id(id: number): Builder<Panel>;
}

export interface Row {
  title: string;
  /** From left to right, line by line; the widths of a line add up to 24 columns. */
  panels: readonly BoardPanel[];
}

export interface Board {
  name: BoardName;
  variables: readonly Builder<VariableModel>[];
  rows: readonly Row[];
  /** How far back it looks; default 15 minutes. */
  from?: string;
  /** How often it asks again; default 5 s. */
  refresh?: string;
  annotations?: readonly Builder<AnnotationQuery>[];
}

/** A copy, because the dashboard writes the position into the panel, and boards share panels. */
const placedOnce = (panel: Builder<Panel>): Builder<Panel> => {
  const { gridPos, ...rest } = panel.build();
  return { build: () => ({ ...rest, ...(gridPos && { gridPos: { ...gridPos } }) }) };
};

/** Builds a dashboard in the classic schema, because files in the newer one cannot be provisioned. */
export const buildBoard = (board: Board): Dashboard => {
  const { uid, title, answers } = boards[board.name];
  const dashboard = new DashboardBuilder(title)
    .uid(uid)
    .description(
      `${answers} Generated from dashboards/src/boards/${board.name} by npm run generate.`,
    )
    .tags([boardTag])
    .editable()
    .time({ from: board.from ?? 'now-15m', to: 'now' })
    .refresh(board.refresh ?? '5s')
    .tooltip(DashboardCursorSync.Crosshair)
    .variables([...board.variables])
    .annotations([...(board.annotations ?? annotations)])
    .link(menu);
  let id = 0;
  for (const { title: rowTitle, panels } of board.rows) {
    id += 1;
    dashboard.withRow(new RowBuilder(rowTitle).id(id));
    for (const panel of panels) {
      id += 1;
      dashboard.withPanel(placedOnce(panel.id(id)));
    }
  }
  return dashboard.build();
};
