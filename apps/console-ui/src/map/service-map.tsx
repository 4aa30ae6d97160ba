import '@xyflow/react/dist/base.css';
import type { ComponentState, ComponentStatus, Edge } from '@faultline/contracts/console';
import { ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import { State } from '../parts/state';
import { ComponentNode } from './component-node';
import { edgesOf, nodesOf } from './flow';
import { layoutOf } from './layout';
import styles from './service-map.module.css';
import { TrafficEdge } from './traffic-edge';

interface ServiceMapProps {
  components: readonly ComponentStatus[];
  edges: readonly Edge[];
}

const states: readonly ComponentState[] = ['green', 'amber', 'red', 'unknown'];
const nodeTypes = { component: ComponentNode };
const edgeTypes = { traffic: TrafficEdge };
const fit = { padding: 0.02, maxZoom: 1.3, minZoom: 0.4 };

const Canvas = ({ components, edges }: ServiceMapProps) => {
  const element = useRef<HTMLDivElement>(null);
  const { fitView } = useReactFlow();
  const shape = JSON.stringify([
    components.map(({ name, kind }) => [name, kind]),
    edges.map(({ from, to }) => [from, to]),
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: places depend on what there is, not on how it is
  const places = useMemo(() => layoutOf(components, edges), [shape]);
  const nodes = useMemo(() => nodesOf(components, places), [components, places]);
  const arrows = useMemo(() => edgesOf(edges, places), [edges, places]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other components need another view
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(() => void fitView(fit));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [fitView, shape]);

  return (
    <div ref={element} className={styles.map}>
      <ReactFlow
        nodes={nodes}
        edges={arrows}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        fitView
        fitViewOptions={fit}
        minZoom={0.4}
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
      <ul className={styles.legend} aria-label="What the states mean">
        {states.map((state) => (
          <li key={state}>
            <State state={state} />
          </li>
        ))}
      </ul>
    </div>
  );
};

/** The shop as a map: who calls whom, how much, and how well each component is. */
export default function ServiceMap(props: ServiceMapProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}
