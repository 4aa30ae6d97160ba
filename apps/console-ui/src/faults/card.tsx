import type { FaultCard as Fault, FaultSetting } from '@faultline/contracts/console';
import { classNames } from '@faultline/ui';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../api/client';
import { messageOf } from '../api/failure';
import { useFaultChange } from '../api/queries';
import { formatClock } from '../format/clock';
import { formatSeconds, formatShare } from '../format/units';
import { componentPath } from '../layout/pages';
import { DocsLink } from '../parts/docs-link';
import { Icon } from '../parts/icons';
import { useNow } from '../time/use-now';
import styles from './card.module.css';
import { Field } from './field';
import { initialValues, type SettingValues, sentSettings, usualFirst } from './settings';

interface FaultCardProps {
  fault: Fault;
  readOnly: boolean;
}

/** One fault: what it does to shoppers, its settings and its switch. The solution is folded away. */
export const FaultCard = ({ fault, readOnly }: FaultCardProps) => {
  const id = useId();
  const { key, title, service, difficulty, userImpact, on, problem, leavesBehind } = fault;
  const [changed, setChanged] = useState<SettingValues>({});
  const values = { ...initialValues(fault), ...changed };
  const settings = sentSettings(fault.settings, values);
  const turnOn = useFaultChange(() => api.switchOn({ params: { key }, body: { settings } }));
  const turnOff = useFaultChange((restart: boolean) =>
    api.switchOff({ params: { key }, query: { restart } }),
  );
  const isPending = turnOn.isPending || turnOff.isPending;
  const error = turnOn.error ?? turnOff.error;
  const isDifferent = Object.keys(changed).length > 0;

  const groups = usualFirst(fault.settings);
  const field = (setting: FaultSetting) => (
    <Field
      key={setting.name}
      setting={setting}
      value={values[setting.name] ?? ''}
      disabled={readOnly}
      onChange={(value) => setChanged((before) => ({ ...before, [setting.name]: value }))}
    />
  );

  return (
    <article className={classNames(styles.card, on && styles.on)} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <button
          type="button"
          role="switch"
          aria-checked={on !== undefined}
          aria-label={`${title}: ${on ? 'on' : 'off'}`}
          className={styles.switch}
          disabled={readOnly || isPending}
          onClick={() => (on ? turnOff.mutate(false) : turnOn.mutate(undefined))}
        >
          <span className={styles.thumb} />
          <span className={styles.word}>{on ? 'On' : 'Off'}</span>
        </button>
      </div>
      <p className={styles.facts}>
        <Link to={componentPath(service)}>{service}</Link>
        <span className="soft">{difficulty}</span>
        <code className="soft">{key}</code>
      </p>
      <p>{userImpact}</p>
      {on && <Running fault={fault} />}
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          <Icon name="red" /> {problem}
        </p>
      )}
      {error && (
        <p className={styles.problem} role="alert">
          <Icon name="red" /> {messageOf(error)}
        </p>
      )}
      {fault.settings.length > 0 && (
        <div className={styles.settings}>
          {groups.get('usual')?.map(field)}
          {groups.has('further') && (
            <details className={styles.further}>
              <summary>Narrow it down</summary>
              {groups.get('further')?.map(field)}
            </details>
          )}
          {on && isDifferent && (
            <button
              type="button"
              className="button strong"
              disabled={isPending}
              onClick={() => turnOn.mutate(undefined, { onSuccess: () => setChanged({}) })}
            >
              Change settings
            </button>
          )}
        </div>
      )}
      {leavesBehind !== undefined && on && (
        <p className="soft">
          Leaves behind until a restart: {leavesBehind}.{' '}
          <button
            type="button"
            className="button"
            disabled={readOnly || isPending}
            onClick={() => turnOff.mutate(true)}
          >
            Off, and restart {service}
          </button>
        </p>
      )}
      <Details fault={fault} />
    </article>
  );
};

/** What is hit where no requests are counted. */
const hitWords: Readonly<Record<Fault['scope'], string>> = {
  request: 'no requests yet',
  standing: 'everything, as long as it is on',
  process: 'the process',
  release: 'the requests to one version',
};

const Running = ({ fault: { on, hitShare, scope } }: { fault: Fault }) => {
  const now = useNow();
  if (!on) return null;
  return (
    <dl className={styles.running}>
      <div>
        <dt>{scope === 'request' ? 'Hit in the last minute' : 'What it hits'}</dt>
        <dd>{hitShare === undefined ? hitWords[scope] : `${formatShare(hitShare)} of requests`}</dd>
      </div>
      <div>
        <dt>Time left</dt>
        <dd>
          {on.until === undefined
            ? 'until it is switched off'
            : `${formatSeconds(Math.max(0, on.until - now) / 1000)}, until ${formatClock(on.until)}`}
        </dd>
      </div>
    </dl>
  );
};

const Details = ({ fault }: { fault: Fault }) => (
  <div className={styles.details}>
    {fault.hints.length > 0 && (
      <details>
        <summary>Hints</summary>
        <ol className={styles.hints}>
          {fault.hints.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ol>
      </details>
    )}
    <details>
      <summary>What to expect</summary>
      <ul className={styles.hints}>
        {fault.expect.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
    <details>
      <summary>Solution</summary>
      <p>
        <strong>What breaks:</strong> {fault.mechanism}
      </p>
      <p>
        <strong>How to mend it:</strong> {fault.remedy}
      </p>
      <p>
        How to investigate it, step by step: <DocsLink path={fault.page} />
      </p>
    </details>
  </div>
);
