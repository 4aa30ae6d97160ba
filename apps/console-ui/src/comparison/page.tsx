import type { Span, Trace } from '@faultline/contracts/console';
import { classNames, PageHeading } from '@faultline/ui';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import { useTrace } from '../api/queries';
import { formatInstant } from '../format/clock';
import { hueOf } from '../format/hues';
import { formatDifference, formatDuration, formatNumberOf } from '../format/units';
import { tracePath } from '../layout/pages';
import { Icon } from '../parts/icons';
import { Loaded } from '../parts/placeholder';
import { ScrollArea } from '../parts/scroll-area';
import { useAddress } from '../time/use-range';
import { type AlignedRow, aligned, differenceOf, durationOf } from './align';
import styles from './page.module.css';

export default function ComparisonPage() {
  const { one = '', other = '' } = useParams();
  const first = useTrace(one);
  const second = useTrace(other);
  return (
    <div className="page">
      <PageHeading title="Two traces – Faultline" className="heading">
        Two traces
      </PageHeading>
      <Loaded what="The first trace" query={first}>
        {(left) => (
          <Loaded what="The second trace" query={second}>
            {(right) => <Content one={left} other={right} />}
          </Loaded>
        )}
      </Loaded>
    </div>
  );
}

const nameOf = ({ spans: [root], traceId }: Trace): string =>
  root ? `${root.service} ${root.name}` : traceId;

const longerOrShorter = (milliseconds: number): string =>
  `${formatDuration(Math.abs(milliseconds))} ${milliseconds < 0 ? 'less' : 'more'}`;

const Content = ({ one, other }: { one: Trace; other: Trace }) => {
  const rows = useMemo(() => aligned(one, other), [one, other]);
  const scale = Math.max(one.duration, other.duration, 1e-3);
  return (
    <>
      <div className={styles.heads}>
        <Head letter="A" trace={one} />
        <Head letter="B" trace={other} />
        <p>
          B took <strong>{longerOrShorter(other.duration - one.duration)}</strong> than A
          {nameOf(one) !== nameOf(other) && ', but they are different requests'}. Bars have the same
          scale.
        </p>
      </div>
      <ScrollArea className={styles.scroll} aria-label="Spans of both traces">
        <table className={classNames('table', styles.table)}>
          <thead>
            <tr>
              <th>Span</th>
              <th>A</th>
              <th>B</th>
              <th className="number">Difference</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} row={row} one={one} other={other} scale={scale} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </>
  );
};

const Head = ({ letter, trace }: { letter: string; trace: Trace }) => {
  const address = useAddress();
  const failed = trace.spans.filter(({ status }) => status === 'ERROR').length;
  return (
    <p className={styles.head}>
      <strong>{letter}</strong> <Link to={address(tracePath(trace.traceId))}>{nameOf(trace)}</Link>
      <span>{formatInstant(trace.start)}</span>
      <strong>{formatDuration(trace.duration)}</strong>
      <span>{formatNumberOf(trace.totalSpans, 'span')}</span>
      {failed > 0 && <Failed words={`${failed} failed`} />}
    </p>
  );
};

const Failed = ({ words }: { words: string }) => (
  <strong className={styles.failed}>
    <Icon name="red" size={12} /> {words}
  </strong>
);

interface RowProps {
  row: AlignedRow;
  one: Trace;
  other: Trace;
  scale: number;
}

const Row = ({ row, one, other, scale }: RowProps) => {
  const [span] = row.one.length > 0 ? row.one : row.other;
  if (!span) return null;
  const difference = differenceOf(row);
  return (
    <tr>
      <td
        className={styles.name}
        style={{ paddingLeft: `${Math.min(row.depth, 16) * 0.7}rem` }}
        title={`${span.service} ${span.name}`}
      >
        <span className={styles.hue} style={{ background: `var(${hueOf(span.service)})` }} />
        <span className="soft">{span.service}</span> <strong>{span.name}</strong>
      </td>
      <Spans spans={row.one} trace={one} scale={scale} />
      <Spans spans={row.other} trace={other} scale={scale} />
      <td className="number">
        {difference === undefined ? (
          <strong>only in {row.one.length > 0 ? 'A' : 'B'}</strong>
        ) : (
          <strong
            className={classNames(
              difference > scale * 0.05 && styles.slower,
              difference < scale * -0.05 && styles.faster,
            )}
          >
            {formatDifference(difference)}
          </strong>
        )}
      </td>
    </tr>
  );
};

interface SpansProps {
  spans: readonly Span[];
  trace: Trace;
  scale: number;
}

const Spans = ({ spans, trace, scale }: SpansProps) => {
  const failed = spans.filter(({ status }) => status === 'ERROR').length;
  return (
    <td className={styles.spans}>
      <span className={styles.track} aria-hidden="true">
        {spans.map(({ spanId, service, start, duration }) => (
          <span
            key={spanId}
            style={{
              left: `${((start - trace.start) / scale) * 100}%`,
              width: `max(2px, ${(duration / scale) * 100}%)`,
              background: `var(${hueOf(service)})`,
            }}
          />
        ))}
      </span>
      {spans.length > 0 && (
        <span className={styles.words}>
          {formatDuration(durationOf(spans))}
          {spans.length > 1 && ` in ${spans.length}`}
          {failed > 0 && <Failed words="failed" />}
        </span>
      )}
    </td>
  );
};
