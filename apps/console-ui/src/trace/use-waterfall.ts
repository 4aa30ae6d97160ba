import type { Trace } from '@faultline/contracts/console';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { criticalPath, type Stretch } from './critical-path';
import { pathTo, type Row, rowsOf, spansWith, treeOf } from './tree';

export interface Waterfall {
  rows: readonly Row[];
  /** The part of the trace that is shown, as shares of its duration. */
  view: { from: number; to: number };
  setView: (view: { from: number; to: number }) => void;
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

const toggled = (set: ReadonlySet<string>, key: string): ReadonlySet<string> => {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
};

const whole = { from: 0, to: 1 };

/** What of a trace is shown: the address has the selected span, the search and the switches. */
export const useWaterfall = (trace: Trace): Waterfall => {
  const [params, setParams] = useSearchParams();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [view, setView] = useState(whole);
  const selected = params.get('span') ?? undefined;
  const find = params.get('find') ?? '';
  const showsLogs = params.get('logs') !== 'off';
  const showsCritical = params.get('critical') !== 'off';

  const tree = useMemo(() => treeOf(trace), [trace]);
  // What is selected is always to be seen.
  const opened = useMemo(
    () => (selected === undefined ? undefined : pathTo(tree, trace.spans, selected)),
    [tree, trace, selected],
  );
  const shown = useMemo(
    () => ({
      closed: new Set([...closed].filter((key) => !opened?.ancestors.includes(key))),
      unfolded: new Set([...unfolded, ...(opened?.folds ?? [])]),
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

  const change = (name: string, value: string | undefined) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === undefined || value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );

  return {
    rows,
    view,
    setView,
    selected,
    select: (spanId) => change('span', spanId),
    toggle: (row) => {
      if (row.kind === 'fold') setUnfolded((before) => toggled(before, row.key));
      if (row.kind === 'span') setClosed((before) => toggled(before, row.key));
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
