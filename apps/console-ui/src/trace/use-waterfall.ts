import type { Trace } from '@faultline/contracts/console';
import { useMemo } from 'react';
import { useParam, useSetParam } from '../search/use-param';
import { criticalPath, type Stretch } from './critical-path';
import { pathTo, type Row, rowsOf, spansWith, treeOf } from './tree';
import { readKeys, readView, toggledKeys, type View, viewText } from './view-param';

export interface Waterfall {
  rows: readonly Row[];
  view: View;
  setView: (view: View) => void;
  /** The span of the address. */
  selected: string | undefined;
  select: (spanId: string | undefined) => void;
  toggle: (row: Row) => void;
  isOpen: (row: Row) => boolean;
  critical: ReadonlyMap<string, readonly Stretch[]> | undefined;
  find: string;
  found: ReadonlySet<string>;
  set: (name: 'critical' | 'logs' | 'find', value: string) => void;
  showsLogs: boolean;
}

/** What of a trace is shown: the address has all of it. */
export const useWaterfall = (trace: Trace): Waterfall => {
  const change = useSetParam();
  const [span] = useParam('span');
  const [find] = useParam('find');
  const [logs] = useParam('logs');
  const [path] = useParam('critical');
  const [zoom, setZoom] = useParam('zoom');
  const [closed, setClosed] = useParam('closed');
  const [unfolded, setUnfolded] = useParam('unfolded');
  const selected = span === '' ? undefined : span;
  const showsLogs = logs !== 'off';
  const showsCritical = path !== 'off';
  const view = useMemo(() => readView(zoom), [zoom]);

  const tree = useMemo(() => treeOf(trace), [trace]);
  // What is selected is always to be seen.
  const opened = useMemo(
    () => (selected === undefined ? undefined : pathTo(tree, trace.spans, selected)),
    [tree, trace, selected],
  );
  const shown = useMemo(
    () => ({
      closed: new Set([...readKeys(closed)].filter((key) => !opened?.ancestors.includes(key))),
      unfolded: new Set([...readKeys(unfolded), ...(opened?.folds ?? [])]),
      logs: showsLogs,
    }),
    [closed, unfolded, opened, showsLogs],
  );
  const rows = useMemo(() => rowsOf(tree, shown), [tree, shown]);
  const critical = useMemo(
    () =>
      showsCritical
        ? Map.groupBy(criticalPath(tree.roots, tree.childrenOf), ({ spanId }) => spanId)
        : undefined,
    [tree, showsCritical],
  );
  const found = useMemo(() => spansWith(trace.spans, find), [trace, find]);

  return {
    rows,
    view,
    setView: (next) => setZoom(viewText(next)),
    selected,
    select: (spanId) => change('span', spanId),
    toggle: (row) => {
      if (row.kind === 'fold') setUnfolded(toggledKeys(unfolded, row.key));
      if (row.kind === 'span') setClosed(toggledKeys(closed, row.key));
    },
    isOpen: (row) =>
      row.kind === 'fold' ? shown.unfolded.has(row.key) : !shown.closed.has(row.key),
    critical,
    find,
    found,
    set: change,
    showsLogs,
  };
};
