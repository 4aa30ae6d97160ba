import type { Change, StateChange } from '@faultline/contracts/console';
import { formatClock } from '../format/clock';
import { useKeys } from '../layout/use-keys';
import { Icon } from '../parts/icons';
import { speeds, useReplay } from './replay';
import { worstStates } from './states-over-time';
import styles from './time-slider.module.css';

interface TimeSliderProps {
  from: number;
  to: number;
  keptSince: number | undefined;
  at: number;
  live: boolean;
  states: readonly StateChange[];
  changes: readonly Change[];
  /** Undefined for live. */
  onMove: (at: number | undefined) => void;
}

const stripWords = {
  green: 'all OK',
  amber: 'a warning',
  red: 'something failing',
  unknown: 'unknown',
};

/** Every moment that is kept: how the shop was, when it changed, and a handle to go there. */
export const TimeSlider = ({
  from,
  to,
  keptSince,
  at,
  live,
  states,
  changes,
  onMove,
}: TimeSliderProps) => {
  const replay = useReplay(at, to, (time, atEnd) => onMove(atEnd ? undefined : time));
  // A replay of the present begins at the start of what is shown.
  const toggle = () => {
    if (!replay.playing && live) onMove(Math.max(from, to - 5 * 60_000));
    replay.toggle();
  };
  useKeys({ Space: toggle });

  const length = Math.max(1, to - from);
  const share = (time: number) => `${((time - from) / length) * 100}%`;
  const marks = states.filter(({ at: time }) => time >= from && time <= to);
  return (
    <div className={styles.slider}>
      <button type="button" className="button" onClick={toggle}>
        <Icon name={replay.playing ? 'pause' : 'play'} /> {replay.playing ? 'Pause' : 'Replay'}
      </button>
      <select
        className="field"
        aria-label="Speed of the replay"
        value={replay.speed}
        onChange={({ target }) => replay.setSpeed(Number(target.value))}
      >
        {speeds.map((speed) => (
          <option key={speed} value={speed}>
            {speed}×
          </option>
        ))}
      </select>
      <div className={styles.track}>
        <div className={styles.strip} aria-hidden="true">
          {worstStates(states, from, to).map((segment) => (
            <span
              key={segment.from}
              className={styles[segment.state]}
              title={`${formatClock(segment.from)} – ${formatClock(segment.to)}: ${stripWords[segment.state]}`}
              style={{
                left: share(segment.from),
                width: `${((segment.to - segment.from) / length) * 100}%`,
              }}
            />
          ))}
        </div>
        {marks.map(({ at: time, component, state, words }) => (
          <span
            key={`${time} ${component}`}
            className={`${styles.mark} ${styles[state]}`}
            title={`${formatClock(time)} ${component}: ${words ?? stripWords[state]}`}
            style={{ left: share(time) }}
          />
        ))}
        {changes
          .filter((change) => change.at >= from && change.at <= to)
          .map((change) => (
            <span
              key={`${change.at} ${change.component} ${change.kind}`}
              className={styles.change}
              title={`${formatClock(change.at)} ${change.component}: ${change.words}`}
              style={{ left: share(change.at) }}
            />
          ))}
        <input
          type="range"
          className={styles.range}
          aria-label="Moment shown"
          aria-valuetext={live ? 'live' : formatClock(at)}
          min={from}
          max={to}
          step={1000}
          value={live ? to : at}
          onChange={({ target }) => {
            const time = Number(target.value);
            onMove(time >= to - 2000 ? undefined : time);
          }}
        />
      </div>
      <time className={styles.time}>{live ? 'Live' : formatClock(at)}</time>
      <button type="button" className="button" disabled={live} onClick={() => onMove(undefined)}>
        Back to live
      </button>
      <div className={styles.ends}>
        <span>kept since {formatClock(keptSince ?? from)}</span>
      </div>
    </div>
  );
};
