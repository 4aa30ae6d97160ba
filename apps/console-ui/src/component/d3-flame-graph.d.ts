declare module 'd3-flame-graph' {
  import type { Selection } from 'd3-selection';

  export interface FlameGraph {
    (selection: Selection<HTMLDivElement, Datum, null, undefined>): void;
    width(pixels: number): FlameGraph;
    cellHeight(pixels: number): FlameGraph;
    transitionDuration(milliseconds: number): FlameGraph;
    inverted(inverted: boolean): FlameGraph;
    sort(sort: boolean): FlameGraph;
    selfValue(self: boolean): FlameGraph;
    setColorMapper(mapper: (node: { data: Datum; highlight: boolean }) => string): FlameGraph;
    label(label: (node: { data: Datum; value: number }) => string): FlameGraph;
    setDetailsElement(element: HTMLElement | null): FlameGraph;
    search(text: string): void;
    clear(): void;
    resetZoom(): void;
    destroy(): void;
  }

  export interface Datum {
    name: string;
    value: number;
    children: Datum[];
  }

  export default function flamegraph(): FlameGraph;
}
