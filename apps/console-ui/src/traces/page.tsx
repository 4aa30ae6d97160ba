import type { TracePage } from '@faultline/contracts/console';
import { PageHeading } from '@faultline/ui';
import { useMemo, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api } from '../api/client';
import { useRanged } from '../api/queries';
import { comparisonPath, tracePath } from '../layout/pages';
import { NoTelemetry } from '../parts/no-telemetry';
import { Panel } from '../parts/panel';
import { Loaded } from '../parts/placeholder';
import { CountNote } from '../search/count-note';
import { QueryBox } from '../search/query-box';
import { useQueryText } from '../search/use-query-text';
import { useAddress } from '../time/use-range';
import { Scatter } from './scatter';
import { askedOrder, firsts, readSorting, type Sorting, sorted, sortingText } from './sorting';
import { TraceTable } from './table';

const examples = [
  ['status:ERROR', 'Failed'],
  ['duration:>500', 'Slower than 500 ms'],
  ['service:payment', 'Through payment'],
  ['http.route:"/api/checkout"', 'Checkouts'],
  ['kind:CLIENT db.system.name:*', 'With statements'],
] as const;

export default function TracesPage() {
  const [query] = useQueryText();
  const [params] = useSearchParams();
  const sort = askedOrder(readSorting(params.get('sort')));
  const traces = useRanged(
    ['traces', query, sort],
    (window) => api.traces({ query: { q: query, limit: 200, sort, ...window } }),
    { period: 5000 },
  );
  return (
    <div className="page">
      <PageHeading title="Traces – Faultline" className="heading">
        Traces
      </PageHeading>
      <QueryBox
        label="Search for traces"
        placeholder="service:product status:ERROR duration:>200 product.id:enamel-mug"
        examples={examples}
        error={traces.error}
      />
      <Loaded what="Traces" query={traces}>
        {(page) => (
          <Results
            page={page}
            order={sort}
            isSearch={query !== '' || sort === 'hits' || sort === 'longestHit'}
          />
        )}
      </Loaded>
    </div>
  );
}

interface ResultsProps {
  page: TracePage;
  order: keyof typeof firsts;
  isSearch: boolean;
}

const Results = ({ page, order, isSearch }: ResultsProps) => {
  const [params, setParams] = useSearchParams();
  const address = useAddress();
  const navigate = useNavigate();
  const [selected, setSelected] = useState<string>();
  const [marked, setMarked] = useState<readonly string[]>([]);
  const mark = (traceId: string) =>
    setMarked((before) =>
      before.includes(traceId)
        ? before.filter((id) => id !== traceId)
        : [...before.slice(-1), traceId],
    );
  const text = params.get('sort');
  const sorting = useMemo(() => readSorting(text), [text]);
  const rows = useMemo(() => sorted(page.items, sorting), [page, sorting]);
  const sort = (next: Sorting) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      after.set('sort', sortingText(next));
      return after;
    });

  if (page.items.length === 0)
    return (
      <NoTelemetry title="No trace fits">
        Look at a longer time, take a word out of the search, or wait for the next requests: traces
        arrive some seconds after they end.
      </NoTelemetry>
    );
  return (
    <>
      <Panel
        title="Duration over time"
        aside={<CountNote page={page} what="traces" first={firsts[order]} />}
      >
        <Scatter
          traces={page.items}
          selected={selected}
          onOpen={(traceId) => void navigate(address(tracePath(traceId)))}
        />
      </Panel>
      <Panel
        title="Traces"
        aside={
          <>
            {page.truncated && (sorting.by !== order || sorting.up) && 'sorted among the newest'}
            <Marked traceIds={marked} />
          </>
        }
      >
        <TraceTable
          traces={rows}
          isSearch={isSearch}
          sorting={sorting}
          onSort={sort}
          selected={selected}
          onSelect={setSelected}
          marked={marked}
          onMark={mark}
        />
      </Panel>
    </>
  );
};

/** Two traces can be compared; a third mark takes the place of the older one. */
const Marked = ({ traceIds: [one, other] }: { traceIds: readonly string[] }) => {
  const address = useAddress();
  if (one === undefined) return 'mark two to compare them';
  if (other === undefined) return 'mark another one to compare them';
  return (
    <Link className="button strong" to={address(comparisonPath(one, other))}>
      Compare the two marked
    </Link>
  );
};
