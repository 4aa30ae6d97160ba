import { PageHeading } from '@faultline/ui';
import { api } from '../api/client';
import { useRanged } from '../api/queries';
import { Loaded } from '../parts/placeholder';
import { useRange } from '../time/use-range';
import styles from './page.module.css';
import { ExecutiveView } from './view';

const period = 10_000;
const hour = 60 * 60_000;

/** Longer than the other pages can show: incidents are kept for a month, telemetry is not. */
const longRanges = [
  { words: '24 hours', length: 24 * hour },
  { words: '7 days', length: 7 * 24 * hour },
  { words: '30 days', length: 30 * 24 * hour },
];

export default function ExecutivePage() {
  const executive = useRanged(['executive'], (query) => api.executive({ query }), { period });
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <PageHeading title="Executive – Faultline" className="heading">
          How the shop is doing
        </PageHeading>
        <LongRanges />
      </div>
      <Loaded what="The figures" query={executive}>
        {(data) => <ExecutiveView data={data} />}
      </Loaded>
    </div>
  );
}

const LongRanges = () => {
  const { range, set } = useRange();
  return (
    <fieldset className={styles.ranges} aria-label="Longer ranges">
      {longRanges.map(({ words, length }) => (
        <button
          key={length}
          type="button"
          className="button"
          aria-pressed={range.live && range.length === length}
          onClick={() => set({ live: true, length })}
        >
          {words}
        </button>
      ))}
    </fieldset>
  );
};
