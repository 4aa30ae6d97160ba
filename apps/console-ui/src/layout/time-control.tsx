import { useSilence } from '../api/connection';
import { useStatus } from '../api/queries';
import { formatClock } from '../format/clock';
import { Icon } from '../parts/icons';
import { defaultLength, lengths, lengthText, shifted, windowOf } from '../time/range';
import { useRange } from '../time/use-range';
import styles from './time-control.module.css';
import { useKeys } from './use-keys';

/** Which part of time all pages show: live, or one that stays. */
export const TimeControl = () => {
  const { range, set } = useRange();
  const isSilent = useSilence();
  const bundle = useStatus().data?.bundle;
  const earlier = () => set(shifted(range, -0.5));
  const later = () => set(shifted(range, 0.5));
  const live = () => set({ live: true, length: Math.min(range.length, 180 * 60_000) });
  useKeys({ '[': earlier, ']': later, '0': live });

  const known = lengths.includes(range.length) ? lengths : [...lengths, range.length];
  const changeLength = (length: number) => {
    if (range.live) set({ live: true, length });
    else set({ live: false, length, from: range.to - length, to: range.to });
  };
  const { from, to } = windowOf(range);
  return (
    <fieldset className={styles.control} aria-label="Time">
      <button type="button" className="button bare" onClick={earlier} aria-label="Earlier">
        ‹
      </button>
      {range.live && isSilent && (
        <span className={styles.silent}>
          <Icon name="red" /> No response
        </span>
      )}
      {range.live && !isSilent && (
        <span className={styles.live}>
          <span className={styles.dot} aria-hidden="true" /> Live
        </span>
      )}
      {!range.live && (
        <time className={styles.past}>
          {formatClock(from)} – {formatClock(to)}
        </time>
      )}
      <select
        className="field"
        aria-label="Length of time"
        value={range.length}
        onChange={({ target }) => changeLength(Number(target.value) || defaultLength)}
      >
        {known.map((length) => (
          <option key={length} value={length}>
            {lengthText(length)}
          </option>
        ))}
      </select>
      {!range.live && (
        <>
          <button type="button" className="button bare" onClick={later} aria-label="Later">
            ›
          </button>
          <button type="button" className="button strong" onClick={live}>
            {bundle ? 'Whole bundle' : 'Back to live'}
          </button>
        </>
      )}
    </fieldset>
  );
};
