import type { Edge as Traffic } from '@faultline/contracts/console';
import { classNames } from '@faultline/ui';
import {
  BaseEdge,
  type Edge,
  EdgeLabelRenderer,
  type EdgeProps,
  getBezierPath,
} from '@xyflow/react';
import { formatShare } from '../format/units';
import { Icon } from '../parts/icons';
import styles from './traffic-edge.module.css';
import { edgeTone, rateWords } from './words';

export type TrafficEdgeType = Edge<{ traffic: Traffic; upright: boolean }, 'traffic'>;

const strokes = { calm: 'var(--edge)', warn: 'var(--warn)', bad: 'var(--bad)' };

export const TrafficEdge = (props: EdgeProps<TrafficEdgeType>) => {
  const { id, data, targetX, targetY } = props;
  const [path, middleX, middleY] = getBezierPath(props);
  if (!data) return null;
  const { traffic, upright } = data;
  const { rate = 0, errorShare = 0 } = traffic;
  const tone = edgeTone(traffic);
  const x = upright ? middleX : targetX - 28;
  const y = upright ? middleY : targetY;
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        style={{
          stroke: strokes[tone],
          strokeWidth: 1 + Math.min(3, Math.log2(1 + rate) / 2),
          opacity: rate > 0 ? 1 : 0.45,
        }}
      />
      <EdgeLabelRenderer>
        <div
          className={classNames(styles.label, styles[tone], upright && styles.upright)}
          style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
        >
          <span className="tabular">{rateWords(traffic)}</span>
          {tone !== 'calm' && (
            <span className={styles.errors}>
              <Icon name={tone === 'bad' ? 'red' : 'amber'} size={11} />
              {formatShare(Number(errorShare.toPrecision(errorShare < 0.01 ? 1 : 2)))}
            </span>
          )}
        </div>
      </EdgeLabelRenderer>
    </>
  );
};
