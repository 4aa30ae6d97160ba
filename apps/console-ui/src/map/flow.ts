import type { ComponentStatus, Edge, Place } from '@faultline/contracts/console';
import { type NodeHandle, Position, type Viewport } from '@xyflow/react';
import type { ComponentNodeType } from './component-node';
import type { TrafficEdgeType } from './traffic-edge';

/** Where edges begin and end at a component's box. */
const handlesOf = ({ width, height }: Place): NodeHandle[] =>
  [
    { id: 'left', type: 'target', position: Position.Left, x: 0, y: height / 2 } as const,
    { id: 'right', type: 'source', position: Position.Right, x: width, y: height / 2 } as const,
    { id: 'top-out', type: 'source', position: Position.Top, x: width / 2, y: 0 } as const,
    { id: 'top-in', type: 'target', position: Position.Top, x: width / 2, y: 0 } as const,
    {
      id: 'bottom-out',
      type: 'source',
      position: Position.Bottom,
      x: width / 2,
      y: height,
    } as const,
    {
      id: 'bottom-in',
      type: 'target',
      position: Position.Bottom,
      x: width / 2,
      y: height,
    } as const,
  ].map((handle) => ({ ...handle, width: 0, height: 0 }));

type Places = ReadonlyMap<string, Place>;

export const nodesOf = (
  components: readonly ComponentStatus[],
  places: Places,
): ComponentNodeType[] =>
  components.flatMap((component) => {
    const place = places.get(component.name);
    if (!place) return [];
    const { x, y, width, height } = place;
    return [
      {
        id: component.name,
        type: 'component',
        position: { x, y },
        width,
        height,
        // Known beforehand, so that nothing waits until it was measured.
        measured: { width, height },
        handles: handlesOf(place),
        data: { component },
      },
    ];
  });

/** Edges run from left to right; inside a column, from edge to edge of the boxes. */
export const edgesOf = (edges: readonly Edge[], places: Places): TrafficEdgeType[] =>
  edges.flatMap((traffic) => {
    const from = places.get(traffic.from);
    const to = places.get(traffic.to);
    if (!from || !to) return [];
    const upright = from.layer === to.layer;
    const down = from.y < to.y;
    const upHandles = down
      ? { sourceHandle: 'bottom-out', targetHandle: 'top-in' }
      : { sourceHandle: 'top-out', targetHandle: 'bottom-in' };
    return [
      {
        id: `${traffic.from} ${traffic.to}`,
        type: 'traffic',
        source: traffic.from,
        target: traffic.to,
        ...(upright ? upHandles : { sourceHandle: 'right', targetHandle: 'left' }),
        data: { traffic, upright },
      },
    ];
  });

const margin = 10;
const zooms = { min: 0.4, max: 1.3 };

/** How the map is moved and scaled so that all of it is in the middle of a box. */
export const viewportOf = (places: Places, box: { width: number; height: number }): Viewport => {
  const all = [...places.values()];
  const left = Math.min(...all.map(({ x }) => x));
  const right = Math.max(...all.map(({ x, width }) => x + width));
  const top = Math.min(...all.map(({ y }) => y));
  const bottom = Math.max(...all.map(({ y, height }) => y + height));
  const fitting = Math.min(
    (box.width - 2 * margin) / (right - left),
    (box.height - 2 * margin) / (bottom - top),
  );
  const zoom = Math.max(zooms.min, Math.min(zooms.max, fitting));
  return {
    x: (box.width - (left + right) * zoom) / 2,
    y: (box.height - (top + bottom) * zoom) / 2,
    zoom,
  };
};
