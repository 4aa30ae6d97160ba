import { Link } from 'react-router';
import { useOverview, useStatus } from '../api/queries';
import { formatClock } from '../format/clock';
import { formatNumberOf } from '../format/units';
import { Icon } from '../parts/icons';
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
