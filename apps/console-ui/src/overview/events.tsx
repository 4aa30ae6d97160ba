import type { AlertState, Change } from '@faultline/contracts/console';
import { Link } from 'react-router';
import { formatClock } from '../format/clock';
import { formatSeconds } from '../format/units';
import { componentPath } from '../layout/pages';
import { DocsLink } from '../parts/docs-link';
import { Icon } from '../parts/icons';
import { useAddress } from '../time/use-range';
import styles from './events.module.css';

const ComponentName = ({ name }: { name: string }) => {
  const address = useAddress();
  return <Link to={address(componentPath(name))}>{name}</Link>;
};

/** A summary that ends with the component, whose link follows, without it. */
const withoutName = (summary: string, component: string): string =>
  summary.endsWith(` ${component}`) ? summary.slice(0, -component.length).trim() : summary;

export const Alerts = ({ alerts, at }: { alerts: readonly AlertState[]; at: number }) => {
  if (alerts.length === 0)
    return <p className="soft">No alert fires, and none did in the last hour.</p>;
  return (
    <ul className={styles.list}>
      {alerts.map(({ name, priority, summary, component, condition, since, resolved, runbook }) => (
        <li
          key={name + component + since}
          className={resolved === undefined ? styles.firing : styles.over}
        >
          <Icon name={resolved === undefined ? 'red' : 'green'} />
          <div>
            <p>
              <strong>{withoutName(summary, component)}</strong> <ComponentName name={component} />
            </p>
            <details className="soft small">
              <summary>
                {priority === 'page' ? 'Page' : 'Ticket'} ·{' '}
                {resolved === undefined
                  ? `since ${formatClock(since)} (${formatSeconds((at - since) / 1000)})`
                  : `over since ${formatClock(resolved)}`}
              </summary>
              {condition}
              {resolved !== undefined && ` · lasted ${formatSeconds((resolved - since) / 1000)}`}
              {runbook !== undefined && (
                <>
                  {' '}
                  · <DocsLink path={runbook} words={`Runbook ${name}`} />
                </>
              )}
            </details>
          </div>
        </li>
      ))}
    </ul>
  );
};

const changeWords = { version: 'New version', restart: 'Restart', scale: 'Scale' };

export const Changes = ({ changes }: { changes: readonly Change[] }) => {
  if (changes.length === 0)
    return <p className="soft">No release, restart or change of scale in this time.</p>;
  return (
    <ul className={styles.list}>
      {changes.map(({ at, kind, component, words }) => (
        <li key={`${at} ${component} ${kind}`}>
          <time className="soft small">{formatClock(at)}</time>
          <p>
            {changeWords[kind]}: <ComponentName name={component} />{' '}
            <span className="soft">{words}</span>
          </p>
        </li>
      ))}
    </ul>
  );
};
