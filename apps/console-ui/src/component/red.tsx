import type { Change } from '@faultline/contracts/console';
import { useSearchParams } from 'react-router';
import { api } from '../api/client';
import { chartPoints, useRanged } from '../api/queries';
import { Legend } from '../charts/legend';
import { hueAt } from '../format/hues';
import { RedCharts } from '../overview/charts';
import { NoTelemetry } from '../parts/no-telemetry';
import { Loaded } from '../parts/placeholder';
import { CountedSince } from '../search/count-note';
import styles from './red.module.css';

const groupings = ['route', 'product', 'version'] as const;
type Grouping = (typeof groupings)[number];

const groupingOf = (text: string | null): Grouping =>
  groupings.find((grouping) => grouping === text) ?? 'route';

const hueOfGroup = (_name: string, place: number): string => hueAt(place);

/** Rate, errors and duration of a service by route, product or version. */
export const Red = ({ component, changes }: { component: string; changes: readonly Change[] }) => {
  const [params, setParams] = useSearchParams();
  const by = groupingOf(params.get('by'));
  const red = useRanged(['red', component, by], (window) =>
    api.red({ query: { ...window, component, by, limit: 8, points: chartPoints } }),
  );
  return (
    <div className={styles.red}>
      <div className={styles.head}>
        <fieldset className={styles.groupings} aria-label="Group by">
          {groupings.map((grouping) => (
            <button
              key={grouping}
              type="button"
              className="button"
              aria-pressed={grouping === by}
              onClick={() =>
                setParams(
                  (before) => {
                    const next = new URLSearchParams(before);
                    next.set('by', grouping);
                    return next;
                  },
                  { replace: true, preventScrollReset: true },
                )
              }
            >
              By {grouping}
            </button>
          ))}
        </fieldset>
        {red.data && (
          <Legend items={red.data.groups.map(({ name }, place) => ({ name, hue: hueAt(place) }))} />
        )}
        {red.data?.searchedSince !== undefined && (
          <span className="soft small">
            <CountedSince {...red.data} />
          </span>
        )}
        {red.data?.truncated && (
          <span className="soft small">
            the {red.data.groups.length} with the most requests of {red.data.total}
          </span>
        )}
      </div>
      <Loaded what="The charts" query={red}>
        {(data) =>
          data.groups.length === 0 ? (
            <NoTelemetry title={`No requests by ${by} in this time`}>
              {by === 'product' ? 'Only some services know a product.' : 'Look at a longer time.'}
            </NoTelemetry>
          ) : (
            <RedCharts data={data} hue={hueOfGroup} changes={changes} height={130} />
          )
        }
      </Loaded>
    </div>
  );
};
