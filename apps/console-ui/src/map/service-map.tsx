import '@xyflow/react/dist/base.css';
import type { ComponentState, ComponentStatus, Edge } from '@faultline/contracts/console';
import { layoutOf } from '@faultline/contracts/console/map-layout';
import { ReactFlow } from '@xyflow/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { State } from '../parts/state';
import { ComponentNode } from './component-node';
import { edgesOf, nodesOf, viewportOf } from './flow';
import styles from './service-map.module.css';
import { TrafficEdge } from './traffic-edge';

interface ServiceMapProps {
  components: readonly ComponentStatus[];
  edges: readonly Edge[];
}

const states: readonly ComponentState[] = ['green', 'amber', 'red', 'unknown'];
const nodeTypes = { component: ComponentNode };
const edgeTypes = { traffic: TrafficEdge };

/** The shop as a map: who calls whom, how much, and how well each component is. */
export default function ServiceMap({ components, edges }: ServiceMapProps) {
  const element = useRef<HTMLDivElement>(null);
  const [box, setBox] = useState<{ width: number; height: number }>();
  const places = useMemo(() => layoutOf(components, edges), [components, edges]);
  const nodes = useMemo(() => nodesOf(components, places), [components, places]);
  const arrows = useMemo(() => edgesOf(edges, places), [edges, places]);

  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const observer = new ResizeObserver(() =>
      setBox({ width: target.clientWidth, height: target.clientHeight }),
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, []);

  return (
    <div ref={element} className={styles.map}>
      {box && places.size > 0 && (
        <ReactFlow
          nodes={nodes}
          edges={arrows}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          viewport={viewportOf(places, box)}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          panOnDrag={false}
          zoomOnScroll={false}
          zoomOnPinch={false}
          zoomOnDoubleClick={false}
          preventScrolling={false}
        />
      )}
      <ul className={styles.legend} aria-label="What the states mean">
        {states.map((state) => (
          <li key={state}>
            <State state={state} />
          </li>
        ))}
      </ul>
    </div>
  );
}
