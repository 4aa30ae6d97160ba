import type { ServiceAvailability } from '@faultline/contracts/console';
import { classNames } from '@faultline/ui';
import { Link } from 'react-router';
import { formatClock } from '../format/clock';
import { formatCount, formatShare } from '../format/units';
import { componentPath } from '../layout/pages';
import { Icon } from '../parts/icons';
import { Panel } from '../parts/panel';
import { useAddress } from '../time/use-range';
import styles from './availability.module.css';

const Share = ({ share, nothing }: { share: number | undefined; nothing: string }) => {
  if (share === undefined) return <span className="soft">{nothing}</span>;
  const whole = share >= 1;
  return (
    <span className={classNames(styles.share, !whole && styles.less)}>
      <Icon name={whole ? 'green' : 'amber'} size={13} />
      {formatShare(share)}
    </span>
  );
};

interface AvailabilityProps {
  services: readonly ServiceAvailability[];
  from: number;
  to: number;
}

/** How available each service was, by its requests and by the console's checks. */
export const Availability = ({ services, from, to }: AvailabilityProps) => {
  const address = useAddress();
  const isKept = from < to;
  return (
    <Panel
      title="Availability by service"
      aside={isKept ? `${formatClock(from)} – ${formatClock(to)}` : 'metrics are not kept'}
    >
      <table className={classNames('table', styles.services)}>
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col" className="number">
              Requests
            </th>
            <th scope="col" className="number">
              Served
            </th>
            <th scope="col" className="number">
              Ready
            </th>
          </tr>
        </thead>
        <tbody>
          {services.map(({ service, requests, served, ready }) => (
            <tr key={service}>
              <th scope="row">
                <Link to={address(componentPath(service))}>{service}</Link>
              </th>
              <td className="number">{isKept ? formatCount(requests) : '–'}</td>
              <td className="number">
                <Share share={served} nothing={isKept ? 'no requests' : 'not known'} />
              </td>
              <td className="number">
                <Share share={ready} nothing={isKept ? 'not checked' : 'not known'} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
};
