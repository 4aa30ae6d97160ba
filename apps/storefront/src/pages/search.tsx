import { useSearchParams } from 'react-router';
import { shop } from '../api/shop';
import { useResource } from '../api/use-resource';
import { searchAddress } from '../catalogue/addresses';
import { pageSize, readPage } from '../catalogue/paging';
import { ProductListing } from '../catalogue/product-listing';
import { PageHeading } from '../layout/page-heading';
import { NothingFound } from '../search/nothing-found';
import { tidySearch } from '../search/search-text';
import { NothingHere } from './nothing-here';

const Results = ({ q, page }: { q: string; page: number }) => {
  const listing = useResource(`${page} ${q}`, (signal) => shop.search(q, page, pageSize, signal));
  const title = `Results for “${q}”`;
  return (
    <>
      <PageHeading title={page === 1 ? title : `${title}, page ${page}`}>{title}</PageHeading>
      <ProductListing
        listing={listing}
        addressOf={(target) => searchAddress(q, target)}
        mixed
        empty={
          <NothingHere>
            <NothingFound q={q} />
          </NothingHere>
        }
      />
    </>
  );
};

export const SearchPage = () => {
  const [query] = useSearchParams();
  const q = tidySearch(query.get('q') ?? '');
  if (q !== '') return <Results q={q} page={readPage(query.get('page'))} />;
  return (
    <>
      <PageHeading title="Search">What are you looking for?</PageHeading>
      <NothingHere>
        <p>Type a word in the search box above, or start from the contents.</p>
      </NothingHere>
    </>
  );
};
