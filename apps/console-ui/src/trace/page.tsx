import type { Trace } from '@faultline/contracts/console';
import { PageHeading } from '@faultline/ui';
import { Link, useParams } from 'react-router';
import { Failure } from '../api/failure';
import { useTrace } from '../api/queries';
import { formatInstant } from '../format/clock';
import { hueOf } from '../format/hues';
import { formatDuration, formatNumberOf } from '../format/units';
import { useKeys } from '../layout/use-keys';
import { Icon } from '../parts/icons';
import { EmptyState, Loaded } from '../parts/placeholder';
import { useAddress } from '../time/use-range';
import { Minimap } from './minimap';
import styles from './page.module.css';
import { Rows } from './rows';
import { SpanDetail } from './span-detail';
import { useWaterfall, type Waterfall } from './use-waterfall';

export default function TracePage() {
  const { traceId = '' } = useParams();
  const address = useAddress();
  const trace = useTrace(traceId);
  if (trace.error instanceof Failure && trace.error.code === 'unknown-trace')
    return (
      <div className="page">
        <PageHeading title="Unknown trace – Faultline" className="heading">
          This trace is not kept
        </PageHeading>
        <EmptyState title={`There are no spans of trace ${traceId}`}>
          It may be too old, not yet there, or never sampled.{' '}
          <Link to={address('/traces')}>Search for traces</Link>.
        </EmptyState>
      </div>
    );
  return (
    <Loaded what="The trace" query={trace}>
      {(data) => <Content trace={data} />}
    </Loaded>
  );
}

const Content = ({ trace }: { trace: Trace }) => {
  const waterfall = useWaterfall(trace);
  const [root] = trace.spans;
  const selected = trace.spans.find(({ spanId }) => spanId === waterfall.selected);
  const failed = trace.spans.filter(({ status }) => status === 'ERROR');
  const services = [...new Set(trace.spans.map(({ service }) => service))];
  useTraceKeys(trace, waterfall);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <PageHeading title={`${root?.name ?? 'Trace'} – Faultline`} className="heading">
          {root ? `${root.service} ${root.name}` : trace.traceId}
        </PageHeading>
        <p className={styles.facts}>
          <span>{formatInstant(trace.start)}</span>
          <strong>{formatDuration(trace.duration)}</strong>
          <span>
            {trace.truncated
              ? `first ${formatNumberOf(trace.spans.length, 'span')} of ${trace.totalSpans}`
              : formatNumberOf(trace.totalSpans, 'span')}
          </span>
          <span>{formatNumberOf(trace.totalLogs, 'log line')}</span>
          {failed.length > 0 && (
            <strong className={styles.failed}>
              <Icon name="red" /> {failed.length} failed
            </strong>
          )}
          <code className="soft">{trace.traceId}</code>
        </p>
        <ul className={styles.services}>
          {services.map((service) => (
            <li key={service}>
              <span className={styles.hue} style={{ background: `var(${hueOf(service)})` }} />
              {service}
            </li>
          ))}
        </ul>
      </div>
      <Tools waterfall={waterfall} />
      <div className={selected ? styles.split : styles.whole}>
        <div className={styles.waterfall}>
          <Minimap trace={trace} view={waterfall.view} onView={waterfall.setView} />
          <Rows trace={trace} waterfall={waterfall} />
        </div>
        {selected && (
          <div className={styles.side}>
            <SpanDetail trace={trace} span={selected} onClose={() => waterfall.select(undefined)} />
          </div>
        )}
      </div>
    </div>
  );
};

/** The spans on the critical path, those that take most of it first. */
const byCriticalTime = ({ spans }: Trace): string[] =>
  spans
    .filter(({ criticalTime }) => criticalTime > 0)
    .toSorted((one, other) => other.criticalTime - one.criticalTime)
    .map(({ spanId }) => spanId);

const useTraceKeys = (trace: Trace, waterfall: Waterfall): void => {
  const { rows, selected, select } = waterfall;
  const shown = rows.flatMap((row) => (row.kind === 'span' ? [row.key] : []));
  const failed = trace.spans.filter(({ status }) => status === 'ERROR').map(({ spanId }) => spanId);
  const step = (ids: readonly string[], by: 1 | -1) => {
    const place = selected === undefined ? -1 : ids.indexOf(selected);
    const next = place === -1 ? ids[by === 1 ? 0 : ids.length - 1] : ids[place + by];
    if (next !== undefined) select(next);
  };
  useKeys({
    j: () => step(shown, 1),
    k: () => step(shown, -1),
    f: () => step(failed, 1),
    b: () => step(failed, -1),
    s: () => step(byCriticalTime(trace), 1),
    c: () => waterfall.set('critical', waterfall.critical ? 'off' : ''),
    Escape: () => select(undefined),
  });
};

const Tools = ({ waterfall }: { waterfall: Waterfall }) => {
  const { critical, showsLogs, find, found, view, set } = waterfall;
  const zoomed = view.from > 0 || view.to < 1;
  return (
    <div className={styles.tools}>
      <input
        type="search"
        className="field"
        aria-label="Search in this trace"
        placeholder="Search in this trace"
        value={find}
        onChange={({ target }) => set('find', target.value)}
        data-search
      />
      {find !== '' && (
        <span role="status">
          {found.size === 0 ? 'no span has it' : formatNumberOf(found.size, 'span')}
        </span>
      )}
      <button
        type="button"
        className="button"
        aria-pressed={critical !== undefined}
        onClick={() => set('critical', critical ? 'off' : '')}
      >
        Critical path
      </button>
      <button
        type="button"
        className="button"
        aria-pressed={showsLogs}
        onClick={() => set('logs', showsLogs ? 'off' : '')}
      >
        Log lines
      </button>
      {zoomed && (
        <button
          type="button"
          className="button"
          onClick={() => waterfall.setView({ from: 0, to: 1 })}
        >
          Whole trace
        </button>
      )}
    </div>
  );
};
