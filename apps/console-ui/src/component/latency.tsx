import { queryWithin } from '@faultline/contracts/console/search-terms';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import { useRanged } from '../api/queries';
import { formatClock } from '../format/clock';
import { tracePath } from '../layout/pages';
import { NoTelemetry } from '../parts/no-telemetry';
import { Panel } from '../parts/panel';
import { Loaded } from '../parts/placeholder';
import { CountedSince } from '../search/count-note';
import { narrowed } from '../search/narrow';
import { QueryBox } from '../search/query-box';
import { useQueryText } from '../search/use-query-text';
import { useAddress } from '../time/use-range';
import { Compare } from './compare';
import { HeatMap } from './heat-map';
import styles from './latency.module.css';
import { useSelection } from './selection';

/** What of a range is after a moment. */
const narrowedTo = (since: number | undefined, { from, to }: { from: number; to: number }) =>
  since === undefined || since >= to ? {} : { from: Math.max(from, since) };

const examples = [
  ['status:ERROR', 'Only failed'],
  ['duration:>500', 'Slower than 500 ms'],
] as const;

interface LatencyProps {
  component: string;
  /** Where it is unhealthy, in ms since 1970: what failed before may have another cause. */
  unhealthySince: number | undefined;
}

/** The heat map of a service's requests, and what the selected ones have in common. */
export const Latency = ({ component, unhealthySince }: LatencyProps) => {
  const address = useAddress();
  const navigate = useNavigate();
  const [query, setQuery] = useQueryText();
  const [selection, select] = useSelection();
  const q = queryWithin(query, `service:${component} kind:SERVER`);
  const heatMap = useRanged(['heat map', q], (window) =>
    api.heatMap({ query: { q, columns: 120, ...window } }),
  );
  const comparison = useRanged(
    ['compare', q, selection, unhealthySince],
    (window) =>
      api.compare({
        query: { q, limit: 12, ...window, ...(selection ?? narrowedTo(unhealthySince, window)) },
      }),
    { period: 5000 },
  );
  return (
    <div className={styles.latency}>
      <QueryBox
        label={`Search in the requests to ${component}`}
        placeholder='product.id:enamel-mug http.route:"/products/:id"'
        examples={examples}
        error={heatMap.error}
      />
      <div className={styles.split}>
        <Panel
          title="Durations of its requests"
          aside={heatMap.data && <CountedSince {...heatMap.data} />}
        >
          <Loaded what="The heat map" query={heatMap}>
            {(data) =>
              data.cells.length === 0 ? (
                <NoTelemetry title="No requests fit in this time">
                  Look at a longer time, or search for less.
                </NoTelemetry>
              ) : (
                <HeatMap
                  data={data}
                  selection={selection}
                  onSelect={select}
                  onOpen={(traceId) => void navigate(address(tracePath(traceId)))}
                />
              )
            }
          </Loaded>
        </Panel>
        <Panel
          title="Compare"
          scrolls
          className={styles.compare}
          aside={
            selection ? (
              <button type="button" className="button" onClick={() => select(undefined)}>
                Compare failed spans instead
              </button>
            ) : (
              `failed spans against the rest${unhealthySince === undefined ? '' : ` since ${formatClock(unhealthySince)}`}`
            )
          }
        >
          <Loaded what="The comparison" query={comparison}>
            {(data) => (
              <Compare
                data={data}
                selected={selection !== undefined}
                onNarrow={(key, value, exclude) => setQuery(narrowed(query, key, value, exclude))}
              />
            )}
          </Loaded>
        </Panel>
      </div>
    </div>
  );
};
