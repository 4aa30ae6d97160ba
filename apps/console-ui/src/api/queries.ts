import {
  keepPreviousData,
  QueryClient,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useRange } from '../time/use-range';
import { api } from './client';
import { Failure } from './failure';

/** Milliseconds between two looks at what moves: the map, and everything else. */
const livePeriod = 1000;
const calmPeriod = 3000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // No retry after a 4xx; one after anything else.
      retry: (count, error) =>
        count < 1 &&
        !(error instanceof Failure && error.status !== undefined && error.status < 500),
      refetchOnWindowFocus: false,
      // Also if the browser says that it is offline, so that the page notices when nothing comes.
      networkMode: 'always',
      staleTime: 500,
    },
  },
});

/** How many entries of a list pages load; few lists have as many. */
export const mostEntries = 1000;

/** How many points charts have. */
export const chartPoints = 120;

/** The overview at a moment, the present without one. */
export const useOverview = (at: number | undefined, period = livePeriod) =>
  useQuery({
    queryKey: ['overview', at],
    queryFn: () => api.overview({ query: { limit: mostEntries, ...(at !== undefined && { at }) } }),
    refetchInterval: at === undefined ? period : false,
    placeholderData: keepPreviousData,
  });

/**
 * Data of the page's range of time, loaded again while the range is live. What was shown before stays until
 * something new is there.
 */
export const useRanged = <Data>(
  name: readonly unknown[],
  load: (window: { from: number; to: number }) => Promise<Data>,
  { enabled = true, period = calmPeriod }: { enabled?: boolean; period?: number } = {},
): UseQueryResult<Data> => {
  const { key, range, window } = useRange();
  return useQuery({
    queryKey: [...name, key],
    queryFn: () => load(window()),
    refetchInterval: range.live ? period : false,
    placeholderData: keepPreviousData,
    enabled,
  });
};

export const useStatus = () =>
  useQuery({ queryKey: ['status'], queryFn: () => api.status({}), refetchInterval: 10_000 });

export const useFaults = () =>
  useQuery({
    queryKey: ['faults'],
    queryFn: () => api.faults({ query: { limit: mostEntries } }),
    refetchInterval: 2000,
  });

/** How many spans of a trace pages ask for, more than a program gets by default. */
const spansOfPage = 5000;

/** Within so many milliseconds after its end, the last spans of a trace have arrived. */
const traceArrives = 30_000;

export const useTrace = (traceId: string) =>
  useQuery({
    queryKey: ['trace', traceId],
    queryFn: () => api.trace({ params: { traceId }, query: { limit: spansOfPage } }),
    // Its last spans may come later than the first, on a busy machine by many seconds.
    refetchInterval: ({ state: { data } }) =>
      data && Date.now() - data.start - data.duration > traceArrives ? false : 2000,
    placeholderData: keepPreviousData,
  });

/** A change of the faults; the lists of faults and the map follow at once. */
export const useFaultChange = <Input>(change: (input: Input) => Promise<unknown>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all(
        ['faults', 'overview'].map((name) => client.invalidateQueries({ queryKey: [name] })),
      ),
  });
};
