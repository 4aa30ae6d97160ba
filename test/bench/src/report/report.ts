import type { Spread } from '@faultline/evidence';

export type Cell = string | number | Spread;

export interface Column {
  title: string;
  /** Digits after the point of its numbers; none when not given. */
  digits?: number;
}

export interface Table {
  title?: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
}

/** A reading that must not be above `atMost`. */
export interface Target {
  name: string;
  value: number;
  atMost: number;
  unit: string;
  digits?: number;
}

/** What a bench found. Printed as Markdown, and written as it is as JSON. */
export interface Report {
  /** How it was measured, one sentence or two each. */
  method: readonly string[];
  tables: readonly Table[];
  targets: readonly Target[];
}

export const isMet = ({ value, atMost }: Target): boolean => value <= atMost;
