import type { ProductPage } from '@faultline/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Resource } from '../api/use-resource';
import { FailureNotice } from '../failure/failure-notice';
import { count } from './count';
import { Pager } from './pager';
import { pageCount, pageSize, shownRange } from './paging';
import { ProductGrid, ProductGridSkeleton } from './product-grid';
import styles from './product-listing.module.css';

interface ProductListingProps {
  listing: Resource<ProductPage> & { reload: () => void };
  addressOf: (page: number) => string;
  /** Whether the list mixes categories, so that each card says which it is from. */
  mixed: boolean;
  /** What to show when there is nothing at all. */
  empty: ReactNode;
}

interface FilledProps {
  list: ProductPage;
  addressOf: (page: number) => string;
  mixed: boolean;
}

const Filled = ({ list, addressOf, mixed }: FilledProps) => {
  const { items, page, size, total } = list;
  if (items.length === 0) {
    return (
      <p className={styles.summary}>
        There is no page {page}: the last one is{' '}
        <Link to={addressOf(pageCount(total, size))}>page {pageCount(total, size)}</Link>.
      </p>
    );
  }
  const { from, to } = shownRange(page, size, total);
  return (
    <>
      <p className={styles.summary}>
        {from === 1 && to === total ? count(total, 'thing') : `${from}–${to} of ${total} things`}
      </p>
      <h2 className="visually-hidden">Goods</h2>
      <ProductGrid products={items} withCategory={mixed} />
      <Pager page={page} size={size} total={total} addressOf={addressOf} />
    </>
  );
};

/** A list of products with its pages, in whatever state it is. */
export const ProductListing = ({ listing, addressOf, mixed, empty }: ProductListingProps) => {
  switch (listing.state) {
    case 'loading':
      return (
        <>
          <p className={styles.summary} aria-hidden="true">
            …
          </p>
          <ProductGridSkeleton cards={pageSize} />
        </>
      );
    case 'failed':
      return (
        <div className={styles.failure}>
          <FailureNotice failure={listing.failure} onRetry={listing.reload} />
        </div>
      );
    case 'ready':
      return listing.value.total === 0 ? (
        empty
      ) : (
        <Filled list={listing.value} addressOf={addressOf} mixed={mixed} />
      );
  }
};
