import type { ComponentStatus, Overview } from '@faultline/contracts/console';
import { Link } from 'react-router';
import { formatDuration, formatRate, formatShare } from '../format/units';
import { componentPath } from '../layout/pages';
import { Panel } from '../parts/panel';
import { EmptyState } from '../parts/placeholder';
import { useAddress } from '../time/use-range';

interface OutsideProps {
  component: ComponentStatus;
  overview: Overview;
}

/** What is known of a component that sends no telemetry of its own: its requests, as the services see them. */
export const Outside = ({
  component: { name, kind },
  overview: { components, edges },
}: OutsideProps) => {
  const address = useAddress();
  const own = edges.filter(({ from, to }) => from === name || to === name);
  const pages = components.filter((component) => component.kind === 'page');
  const served = edges.find(({ from }) => pages.some((page) => page.name === from))?.to;
  const q = kind === 'external' ? `peer.service:${name}` : `service:${served}`;
  return (
    <Panel
      title="Requests"
      aside={<Link to={address('/traces', { q })}>Traces of these requests</Link>}
    >
      {own.length === 0 ? (
        <EmptyState title="No requests in this time" />
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col" className="number">
                Rate
              </th>
              <th scope="col" className="number">
                Failed
              </th>
              <th scope="col" className="number">
                p95
              </th>
            </tr>
          </thead>
          <tbody>
            {own.map(({ from, to, rate, errorShare, p95 }) => (
              <tr key={`${from} ${to}`}>
                {[from, to].map((end) => (
                  <td key={end}>
                    {end === name ? end : <Link to={address(componentPath(end))}>{end}</Link>}
                  </td>
                ))}
                <td className="number">{rate === undefined ? '–' : formatRate(rate)}</td>
                <td className="number">
                  {errorShare === undefined ? '–' : formatShare(errorShare)}
                </td>
                <td className="number">{p95 === undefined ? '–' : formatDuration(p95)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
};
