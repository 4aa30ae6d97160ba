import type { FaultList } from '@faultline/contracts/console';
import { PageHeading } from '@faultline/ui';
import { api } from '../api/client';
import { messageOf } from '../api/failure';
import { useFaultChange, useFaults } from '../api/queries';
import { formatNumberOf } from '../format/units';
import { EmptyState, Loaded } from '../parts/placeholder';
import { useParam } from '../search/use-param';
import { FaultCard } from './card';
import styles from './page.module.css';
import { inOrder } from './settings';

export default function FaultsPage() {
  const faults = useFaults();
  return (
    <div className="page">
      <PageHeading title="Faults – Faultline" className="heading">
        Faults
      </PageHeading>
      <Loaded what="Faults" query={faults}>
        {(list) => <Content list={list} />}
      </Loaded>
    </div>
  );
}

const Content = ({ list: { items, readOnly } }: { list: FaultList }) => {
  const [text, setText] = useParam('find');
  const off = useFaultChange(() => api.allOff({}));
  const on = items.filter((fault) => fault.on !== undefined).length;
  const wanted = text.trim().toLowerCase();
  const shown = inOrder(items).filter(({ key, title, service }) =>
    `${key} ${title} ${service}`.toLowerCase().includes(wanted),
  );
  return (
    <>
      <div className={styles.tools}>
        <input
          type="search"
          className="field"
          aria-label="Search for a fault"
          placeholder="Search by name or service"
          value={text}
          onChange={({ target }) => setText(target.value)}
          data-search
        />
        <span>
          <strong>{on}</strong> of {formatNumberOf(items.length, 'fault')} on
        </span>
        <button
          type="button"
          className="button"
          disabled={on === 0 || readOnly || off.isPending}
          onClick={() => off.mutate(undefined)}
        >
          All off
        </button>
        {off.error && <span role="alert">{messageOf(off.error)}</span>}
      </div>
      {readOnly && (
        <p className="soft">
          Faults are set elsewhere here, such as by Helm, and only shown: change the values of the
          release.
        </p>
      )}
      {shown.length === 0 ? (
        <EmptyState title="No fault has this name">Search for less.</EmptyState>
      ) : (
        <div className={styles.cards}>
          {shown.map((fault) => (
            <FaultCard key={fault.key} fault={fault} readOnly={readOnly} />
          ))}
        </div>
      )}
    </>
  );
};
