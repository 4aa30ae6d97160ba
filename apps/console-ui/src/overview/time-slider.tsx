import type { Change, StateChange } from '@faultline/contracts/console';
import { useSilence } from '../api/connection';
import { formatClock } from '../format/clock';
import { useKeys } from '../layout/use-keys';
import { Icon } from '../parts/icons';
import { speeds, useReplay } from './replay';
import { worstStates } from './states-over-time';
import styles from './time-slider.module.css';

interface TimeSliderProps {
  from: number;
  to: number;
  /** The oldest moment that can be shown. */
  keptSince: number;
  /** Whether its end is the present, which moves on; that of a bundle does not. */
  endsLive: boolean;
  at: number;
  live: boolean;
  states: readonly StateChange[];
  changes: readonly Change[];
  /** Undefined for live. */
  onMove: (at: number | undefined) => void;
}

/** So many milliseconds before the end a replay from the end begins. */
const fromEnd = 5 * 60_000;

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
  endsLive,
  at,
  live,
  states,
  changes,
  onMove,
}: TimeSliderProps) => {
  const move = (time: number) =>
    onMove(endsLive && time >= to - 2000 ? undefined : Math.min(to, Math.max(keptSince, time)));
  const replay = useReplay(at, to, move);
  // A replay from the end begins some minutes before it.
  const toggle = () => {
    if (!replay.playing && at >= to) move(to - fromEnd);
    replay.toggle();
  };
  useKeys({ Space: toggle });
  const isSilent = useSilence();
  const liveWords = isSilent ? 'No response' : 'Live';

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
          onChange={({ target }) => move(Number(target.value))}
        />
      </div>
      <time className={styles.time}>{live ? liveWords : formatClock(at)}</time>
      {endsLive && (
        <button type="button" className="button" disabled={live} onClick={() => onMove(undefined)}>
          Back to live
        </button>
      )}
      <div className={styles.ends}>
        <span>kept since {formatClock(keptSince)}</span>
      </div>
    </div>
  );
};
