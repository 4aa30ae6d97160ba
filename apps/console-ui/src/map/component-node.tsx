import type { ComponentStatus } from '@faultline/contracts/console';
import { stateWords } from '@faultline/contracts/console/state-words';
import { classNames } from '@faultline/ui';
import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { Link } from 'react-router';
import { componentPath } from '../layout/pages';
import { Icon } from '../parts/icons';
import { useAddress } from '../time/use-range';
import styles from './component-node.module.css';
import { failedWords, loadWords, reasonWords, shortReason } from './words';

export type ComponentNodeType = Node<{ component: ComponentStatus }, 'component'>;

export const ComponentNode = ({ data: { component } }: NodeProps<ComponentNodeType>) => {
  const address = useAddress();
  const { name, kind, state } = component;
  const why = shortReason(component);
  const everything = reasonWords(component) || undefined;
  const failed = failedWords(component);
  const hasTraffic = kind !== 'shopper' && (kind === 'service' || why === '');
  const body = (
    <>
      <span className={styles.head}>
        <Icon name={state} className={styles.icon} size={15} />
        <strong className="truncate">{name}</strong>
        <span className="visually-hidden">{stateWords[state]}</span>
      </span>
      {hasTraffic && (
        <span className={classNames(styles.traffic, 'tabular')}>{loadWords(component)}</span>
      )}
      {hasTraffic && why === '' && failed !== '' && (
        <span className={classNames(styles.traffic, 'tabular')}>{failed}</span>
      )}
      {why !== '' && <span className={styles.why}>{why}</span>}
    </>
  );
  const className = classNames(styles.node, styles[state], kind === 'shopper' && styles.tall);
  return (
    <>
      <Link className={className} to={address(componentPath(name))} title={everything}>
        {body}
      </Link>
      <Handle type="target" position={Position.Left} id="left" className={styles.handle ?? ''} />
      <Handle type="source" position={Position.Right} id="right" className={styles.handle ?? ''} />
      <Handle type="source" position={Position.Top} id="top-out" className={styles.handle ?? ''} />
      <Handle
        type="target"
        position={Position.Bottom}
        id="bottom-in"
        className={styles.handle ?? ''}
      />
      <Handle
        type="source"
        position={Position.Bottom}
        id="bottom-out"
        className={styles.handle ?? ''}
      />
      <Handle type="target" position={Position.Top} id="top-in" className={styles.handle ?? ''} />
    </>
  );
};
