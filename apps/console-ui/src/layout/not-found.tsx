import { PageHeading } from '@faultline/ui';
import { Link } from 'react-router';

export const NotFound = () => (
  <div className="page">
    <PageHeading title="Not found – Faultline">There is no such page</PageHeading>
    <p>
      The address may be misspelt. <Link to="/">Start from the overview</Link>.
    </p>
  </div>
);
