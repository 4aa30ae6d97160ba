import type { ComponentStatus, Edge } from '@faultline/contracts/console';
import type { ComponentNodeType } from './component-node';
import type { Place } from './layout';
import type { TrafficEdgeType } from './traffic-edge';

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
