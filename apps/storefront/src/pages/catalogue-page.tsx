import { useSearchParams } from 'react-router';
import { shop } from '../api/shop';
import { useResource } from '../api/use-resource';
import { pageSize, readPage } from '../catalogue/paging';
import { ProductListing } from '../catalogue/product-listing';
import { PageHeading } from '../layout/page-heading';
import { NothingHere } from './nothing-here';

interface CataloguePageProps {
  name: string;
  /** Undefined lists all goods. */
  category?: string | undefined;
  addressOf: (page: number) => string;
}

/** A list of goods with its pages: one category, or everything. */
export const CataloguePage = ({ name, category, addressOf }: CataloguePageProps) => {
  const [query] = useSearchParams();
  const page = readPage(query.get('page'));
  const listing = useResource(`${category ?? ''} ${page}`, (signal) =>
    shop.products({ category, page, size: pageSize }, signal),
  );
  return (
    <>
      <PageHeading title={page === 1 ? name : `${name}, page ${page}`}>{name}</PageHeading>
      <ProductListing
        listing={listing}
        addressOf={addressOf}
        mixed={category === undefined}
        empty={<NothingHere>There is nothing on this shelf.</NothingHere>}
      />
    </>
  );
};
