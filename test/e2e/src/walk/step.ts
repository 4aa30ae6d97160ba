import type { BoardName } from '@faultline/dashboards';
import type { FaultKey } from '@faultline/faults';
import type { ComponentName, PageTitle } from './names';

/** What one does in the console, in the shop or in a terminal. */
export type Action =
  | { kind: 'open' }
  /** The navigation at the top. */
  | { kind: 'page'; title: PageTitle }
  /** A component of the service map. */
  | { kind: 'component'; name: ComponentName }
  /** By its accessible name; the first one in a panel, or on the page. */
  | { kind: 'link' | 'button'; name: string; panel?: string }
  /** The link to an example of the first error that says this, in the panel of errors. */
  | { kind: 'trace'; of: string }
  /** The first log line that has these words. */
  | { kind: 'line'; words: string }
  /** The first span of a trace that has this name. */
  | { kind: 'span'; name: string }
  /** Pressed once this group is there. */
  | { kind: 'key'; key: string; at: 'Spans' }
  /** By the fault's card on the page of faults; settings are typed into its fields. */
  | { kind: 'on'; fault: FaultKey; settings?: Readonly<Record<string, string>> }
  | { kind: 'off'; fault: FaultKey }
  /** Opens a page of the shop so many times, as a shopper does. */
  | { kind: 'shop'; path: string; times: number; shows: string }
  /** A subcommand of `npm run fault --`, which goes on until Ctrl-C. */
  | { kind: 'fault'; words: string; prints: string };

/** What is seen then; `within` is in seconds. */
export type Sight = { within?: number } & (
  | { kind: 'state'; component: ComponentName; state: 'OK' | 'Warning' | 'Failing'; why?: string }
  | { kind: 'title'; text: string }
  /** In a panel, or anywhere on the page; `text` may be a part of what stands there. */
  | { kind: 'text'; text: string; panel?: string }
);

export interface Step {
  do: readonly Action[];
  /** A sentence or two for the audience. */
  say: string;
  see: readonly Sight[];
}

/** A panel of Grafana that shows the same. */
export interface PanelShown {
  board: BoardName;
  panel: string;
  /** The variables that are chosen at the top of the dashboard. */
  choose?: Readonly<Record<string, string>>;
  /** What is seen there. */
  shows: string;
}

export interface Chapter {
  title: string;
  minutes: number;
  steps: readonly Step[];
  grafana: readonly PanelShown[];
}
