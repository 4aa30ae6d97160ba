import type { AttributeValue } from '@faultline/contracts/console';
import { PageHeading } from '@faultline/ui';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import { useSilence } from '../api/connection';
import { useRanged } from '../api/queries';
import { tracePath } from '../layout/pages';
import { useRowKeys } from '../layout/use-row-keys';
import { Icon } from '../parts/icons';
import { NoTelemetry } from '../parts/no-telemetry';
import { Panel } from '../parts/panel';
import { Loaded } from '../parts/placeholder';
import { CountNote } from '../search/count-note';
import { narrowed } from '../search/narrow';
import { QueryBox } from '../search/query-box';
import { useParam } from '../search/use-param';
import { useQueryText } from '../search/use-query-text';
import { useAddress, useRange } from '../time/use-range';
import { Facets } from './facets';
import { lineIds } from './line-id';
import { LogList } from './log-list';
import styles from './page.module.css';
import { Summary } from './summary';

const examples = [
  ['level:error', 'Errors'],
  ['level:warn OR level:error', 'Warnings and errors'],
  ['"too many clients"', 'Too many clients'],
  ['service:payment', 'Payment'],
] as const;

const limits = [100, 1000] as const;
const [, most] = limits;

export default function LogsPage() {
  const [query, setQuery] = useQueryText();
  const { range, set } = useRange();
  const isSilent = useSilence();
  const address = useAddress();
  const navigate = useNavigate();
  const [asked, setLimit] = useParam('limit');
  const limit = limits.find((each) => String(each) === asked) ?? limits[0];
  const [selected, setSelected] = useState<string>();
  const logs = useRanged(
    ['logs', query, limit],
    (window) => api.logs({ query: { q: query, limit, ...window } }),
    { period: 1500 },
  );
  const facets = useRanged(['log facets', query], (window) =>
    api.logFacets({ query: { q: query, limit: 50, ...window } }),
  );
  const narrow = (key: string, value: AttributeValue, exclude: boolean) =>
    setQuery(narrowed(query, key, value, exclude));
  const items = logs.data?.items ?? [];
  const ids = useMemo(() => lineIds(logs.data?.items ?? []), [logs.data]);
  useRowKeys({
    ids,
    selected,
    onSelect: setSelected,
    onOpen: (id) => {
      const line = items[ids.indexOf(id)];
      if (line?.traceId)
        void navigate(
          address(tracePath(line.traceId), line.spanId === undefined ? {} : { span: line.spanId }),
        );
    },
  });

  const pause = () => {
    // What is shown stays: nothing newer moves the line that one is about to open.
    const to = logs.dataUpdatedAt || Date.now();
    set(
      range.live
        ? { live: false, length: range.length, from: to - range.length, to }
        : { live: true, length: range.length },
    );
  };

  return (
    <div className={styles.page}>
      <PageHeading title="Logs – Faultline" className="heading">
        Logs
      </PageHeading>
      <QueryBox
        label="Search in logs"
        placeholder='service:payment level:error "too many clients"'
        examples={examples}
        error={logs.error}
      />
      <div className={styles.split}>
        <div className={styles.side}>
          <Panel title="Fields" scrolls className={styles.facets}>
            <Loaded what="Counts" query={facets}>
              {(data) => <Facets data={data} query={query} onNarrow={narrow} />}
            </Loaded>
          </Panel>
          <Summary onNarrow={narrow} />
        </div>
        <Panel
          title={range.live && !isSilent ? 'Live' : 'Lines'}
          className={styles.lines}
          aside={
            <>
              {logs.data && <CountNote page={logs.data} what="lines" />}
              {logs.data?.truncated && limit < most && (
                <button type="button" className="button" onClick={() => setLimit(String(most))}>
                  Show 1,000
                </button>
              )}
              <button type="button" className="button" onClick={pause}>
                <Icon name={range.live ? 'pause' : 'play'} /> {range.live ? 'Pause' : 'Live'}
              </button>
            </>
          }
        >
          <Loaded what="Logs" query={logs}>
            {(page) =>
              page.items.length === 0 ? (
                <NoTelemetry title="No line fits">
                  Look at a longer time, or take a word out of the search.
                </NoTelemetry>
              ) : (
                <LogList
                  lines={page.items}
                  label="Log lines"
                  onNarrow={narrow}
                  selected={selected}
                />
              )
            }
          </Loaded>
        </Panel>
      </div>
    </div>
  );
}
