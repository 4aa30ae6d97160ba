// Imports only types, because the pages load this file itself.
import type { ComponentStatus, Edge } from './overview';

export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
  layer: number;
}

type Node = Pick<ComponentStatus, 'name' | 'kind'>;
type Arrow = Pick<Edge, 'from' | 'to'>;

const width = 180;
const heights = { shopper: 76, page: 58, service: 76, store: 58, external: 58 };
/** Between two components that are joined by an edge, there is room for its label. */
const gap = { x: 53, y: 10, joined: 34 };

/** How far each component is from the shopper; what nothing leads to stands at the start. */
const layersOf = (nodes: readonly Node[], edges: readonly Arrow[]): Map<string, number> => {
  const reached = new Set(edges.map(({ to }) => to));
  const layers = new Map<string, number>();
  let wave = nodes.filter(({ name }) => !reached.has(name)).map(({ name }) => name);
  for (let layer = 0; wave.length > 0; layer += 1) {
    for (const name of wave) layers.set(name, layer);
    const next = edges.filter(({ from, to }) => wave.includes(from) && !layers.has(to));
    wave = [...new Set(next.map(({ to }) => to))];
  }
  // The storefront runs in the shopper's browser: they share a column.
  const pages = nodes.filter(({ kind }) => kind === 'page').map(({ name }) => name);
  const moved = pages.length > 0 && pages.every((name) => layers.get(name) === 1);
  if (!moved) return layers;
  for (const [name, layer] of layers) if (layer > 0) layers.set(name, layer - 1);
  return layers;
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Columns from the shopper to the stores. In a column, components keep the order of those that call them, so that
 * edges cross as little as they can.
 */
export const layoutOf = (
  nodes: readonly Node[],
  edges: readonly Arrow[],
): ReadonlyMap<string, Place> => {
  const layers = layersOf(nodes, edges);
  const places = new Map<string, Place>();
  const middle = (name: string): number | undefined => {
    const place = places.get(name);
    return place && place.y + place.height / 2;
  };
  const last = Math.max(0, ...layers.values());
  for (let layer = 0; layer <= last; layer += 1) {
    const column = nodes.filter(({ name }) => (layers.get(name) ?? 0) === layer);
    const wanted = (name: string): number => {
      const callers = edges
        .filter(({ to }) => to === name)
        .flatMap(({ from }) => middle(from) ?? []);
      return callers.length > 0 ? mean(callers) : 0;
    };
    const ordered = column
      .map((node, index) => ({ node, index, wanted: wanted(node.name) }))
      .sort((one, other) => one.wanted - other.wanted || one.index - other.index);
    const below = (index: number): number => {
      const [one, other] = [ordered[index]?.node.name, ordered[index + 1]?.node.name];
      if (one === undefined || other === undefined) return 0;
      const joined = edges.some(
        ({ from, to }) => (from === one && to === other) || (from === other && to === one),
      );
      return joined ? gap.joined : gap.y;
    };
    const height = ordered.reduce(
      (sum, { node }, index) => sum + heights[node.kind] + below(index),
      0,
    );
    let y = -height / 2;
    ordered.forEach(({ node }, index) => {
      places.set(node.name, {
        x: layer * (width + gap.x),
        y,
        width,
        height: heights[node.kind],
        layer,
      });
      y += heights[node.kind] + below(index);
    });
  }
  return places;
};
