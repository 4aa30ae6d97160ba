import type { Span, Trace } from '@faultline/contracts/console';
import { termOf } from '@faultline/contracts/console/search-terms';
import { Link } from 'react-router';
import { wantsProfile } from '../component/wants-profile';
import { formatInstant } from '../format/clock';
import { hueOf } from '../format/hues';
import { formatDuration, formatShare } from '../format/units';
import { componentPath, tracePath } from '../layout/pages';
import { AttributeList } from '../parts/attributes';
import { Icon } from '../parts/icons';
import { useAddress } from '../time/use-range';
import styles from './span-detail.module.css';

interface SpanDetailProps {
  trace: Trace;
  span: Span;
  onClose: () => void;
}

/** Attributes that have a place of their own. */
const statement = 'db.query.text';
const users = ['db.user', 'db.client.user'];

/** All that is known of one span. */
export const SpanDetail = ({ trace, span, onClose }: SpanDetailProps) => {
  const address = useAddress();
  const { attributes, events, links, resource, service, status } = span;
  const text = attributes[statement];
  const user = users.map((name) => attributes[name]).find((value) => value !== undefined);
  const rest = Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== statement));
  return (
    <section className={styles.detail} aria-label="Span">
      <div className={styles.head}>
        <h2 className={styles.title}>
          <span className={styles.hue} style={{ background: `var(${hueOf(service)})` }} />
          {service} {span.name}
        </h2>
        <button type="button" className="button bare" onClick={onClose} aria-label="Close the span">
          ✕
        </button>
      </div>
      <p className={styles.status}>
        {status === 'ERROR' ? (
          <strong className={styles.failed}>
            <Icon name="red" /> Failed
          </strong>
        ) : (
          <span>Did not fail</span>
        )}{' '}
        · {span.kind} · starts {formatDuration(span.start - trace.start)} into the trace
      </p>
      <dl className={styles.times}>
        <div>
          <dt>Duration</dt>
          <dd>{formatDuration(span.duration)}</dd>
        </div>
        <div>
          <dt>Self time</dt>
          <dd>
            {formatDuration(span.selfTime)}{' '}
            {span.duration > 0 && (
              <span className="soft small">{formatShare(span.selfTime / span.duration)}</span>
            )}
          </dd>
        </div>
        <div>
          <dt>On the critical path</dt>
          <dd>{formatDuration(span.criticalTime)}</dd>
        </div>
      </dl>
      <p className={styles.links}>
        <Link to={address('/logs', { q: termOf('span', span.spanId) })}>Logs of this span</Link>
        <Link to={address('/logs', { q: termOf('trace', trace.traceId) })}>Logs of this trace</Link>
        <Link to={address(componentPath(service))}>{service}</Link>
        <Link to={address(componentPath(service))} state={wantsProfile}>
          Profile {service} now
        </Link>
        <Link
          to={address('/traces', {
            q: `${termOf('service', service)} ${termOf('name', span.name)}`,
          })}
        >
          Traces with such a span
        </Link>
      </p>
      {text !== undefined && (
        <>
          <h3>Statement{user !== undefined && <span className="soft"> as {String(user)}</span>}</h3>
          <pre className={styles.code}>{String(text)}</pre>
        </>
      )}
      {events.map(({ name, time, attributes: of }) => (
        <div key={`${name} ${time}`} className={styles.event}>
          <h3>
            {name} <span className="soft">{formatInstant(time)}</span>
          </h3>
          <AttributeList label={`Event ${name}`} attributes={of} />
        </div>
      ))}
      {Object.keys(rest).length > 0 && (
        <>
          <h3>Attributes</h3>
          <AttributeList
            label="Attributes"
            attributes={rest}
            action={(key, value) => (
              <Link
                to={address('/traces', { q: termOf(key, value) })}
                aria-label={`Traces with ${key} ${value}`}
                title={`Traces with this ${key}`}
              >
                <Icon name="search" size={12} />
              </Link>
            )}
          />
        </>
      )}
      <h3>Resource</h3>
      <AttributeList label="Resource" attributes={resource} />
      {links.length > 0 && (
        <>
          <h3>Linked spans</h3>
          <ul>
            {links.map(({ traceId, spanId }) => (
              <li key={spanId}>
                <Link to={address(tracePath(traceId), { span: spanId })}>{traceId}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
