import type { Executive } from '@faultline/contracts/console';
import { formatClock } from '../format/clock';
import { formatNumberOf, formatSeconds } from '../format/units';
import { Panel } from '../parts/panel';
import { EmptyState } from '../parts/placeholder';
import styles from './trend.module.css';

type Point = Executive['incidents']['trend']['points'][number];

const day = 24 * 60 * 60_000;

/** A day as `11-26`, a shorter step as `13:05`. */
const stepWords = (at: number, length: number): string =>
  length >= day ? new Date(at).toISOString().slice(5, 10) : formatClock(at, at).slice(0, 5);

const pointWords = ({ figures: { opened, mtta, mttr } }: Point): string =>
  [
    formatNumberOf(opened, 'incident'),
    ...(mtta === undefined ? [] : [`acknowledged after ${formatSeconds(mtta)}`]),
    ...(mttr === undefined ? [] : [`resolved after ${formatSeconds(mttr)}`]),
  ].join(', ');

const Bar = ({
  value,
  most,
  className,
}: {
  value: number | undefined;
  most: number;
  className: string | undefined;
}) => (
  <span
    className={className}
    style={{ height: `${value === undefined ? 0 : Math.max(2, (value / most) * 100)}%` }}
  />
);

/** How long it took to acknowledge and to resolve incidents, by the step of the range in which they began. */
export const Trend = ({
  trend: { points, stepMilliseconds },
}: {
  trend: Executive['incidents']['trend'];
}) => {
  const most = Math.max(
    0,
    ...points.flatMap(({ figures: { mtta = 0, mttr = 0 } }) => [mtta, mttr]),
  );
  const step = formatSeconds(stepMilliseconds / 1000);
  const some = points.some(({ figures }) => figures.opened > 0);
  return (
    <Panel
      title={`MTTA and MTTR, each ${step}`}
      aside={
        <>
          <span className={styles.acknowledged} aria-hidden="true" /> acknowledged
          <span className={styles.resolved} aria-hidden="true" /> resolved
        </>
      }
    >
      {most > 0 ? (
        <div className={styles.chart}>
          <span className={styles.most}>{most > 0 ? formatSeconds(most) : ''}</span>
          <ol className={styles.bars}>
            {points.map((point) => (
              <li
                key={point.at}
                title={`${stepWords(point.at, stepMilliseconds)}: ${pointWords(point)}`}
              >
                <span className={styles.pair} aria-hidden="true">
                  <Bar value={point.figures.mtta} most={most} className={styles.mtta} />
                  <Bar value={point.figures.mttr} most={most} className={styles.mttr} />
                </span>
                <span className="visually-hidden">
                  {stepWords(point.at, stepMilliseconds)}: {pointWords(point)}
                </span>
              </li>
            ))}
          </ol>
          <p className={styles.ends} aria-hidden="true">
            <span>{stepWords(points[0]?.at ?? 0, stepMilliseconds)}</span>
            <span>{stepWords(points.at(-1)?.at ?? 0, stepMilliseconds)}</span>
          </p>
        </div>
      ) : (
        <EmptyState
          title={
            some
              ? 'No incident was acknowledged or resolved yet'
              : 'No incident began in this range'
          }
        >
          Choose a longer range to see how the times develop.
        </EmptyState>
      )}
    </Panel>
  );
};
