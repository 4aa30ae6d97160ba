import { classNames } from '@faultline/ui';
import { Link } from 'react-router';
import { connection, useSilence } from '../api/connection';
import { useOverview, useStatus } from '../api/queries';
import { formatClock, formatMinute } from '../format/clock';
import { formatNumberOf } from '../format/units';
import { Icon } from '../parts/icons';
import { useRange } from '../time/use-range';
import styles from './banner.module.css';

/** Says on every page that faults are on, so that nobody takes one for a defect. */
export const FaultBanner = () => {
  const { data } = useOverview(undefined, 2000);
  const count = data?.faultsOn ?? 0;
  if (count === 0) return null;
  return (
    <div className={styles.banner} role="status" data-banner>
      <Icon name="bolt" />
      <span>
        <strong>{formatNumberOf(count, 'fault')}</strong> switched on: the shop is broken on
        purpose.
      </span>
      <Link to="/faults">See faults</Link>
    </div>
  );
};

/** Says on every page that shows a time older than the metrics why there are no rates. */
export const OldBanner = () => {
  const { range } = useRange();
  const since = useOverview(undefined, 2000).data?.metricsSince;
  if (range.live || since === undefined || range.to >= since) return null;
  return (
    <div className={styles.banner} role="status" data-banner>
      <Icon name="unknown" />
      Too old for rates and durations: metrics are kept since {formatMinute(since)}
    </div>
  );
};

/** Says what a console without a shop shows. */
export const BundleBanner = () => {
  const { data } = useStatus();
  if (!data || data.shop) return null;
  return (
    <div className={styles.banner} role="status" data-banner>
      <Icon name="link" />
      {data.bundle
        ? `A bundle: ${formatClock(data.bundle.from)} to ${formatClock(data.bundle.to)}`
        : 'This console watches no shop. Drop a bundle on this page to open it.'}
    </div>
  );
};

/** Says on every page that the console does not respond, so that nobody takes what is shown for the present. */
export const SilenceBanner = () => {
  const isSilent = useSilence();
  if (!isSilent) return null;
  const since = connection.lastHeard();
  return (
    <div className={classNames(styles.banner, styles.silent)} role="alert" data-banner>
      <Icon name="red" />
      <strong>
        {since === undefined
          ? 'No response from the console'
          : `No response since ${formatClock(since)}; showing what was known then`}
      </strong>
    </div>
  );
};
