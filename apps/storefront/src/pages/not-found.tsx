import { PageHeading } from '../layout/page-heading';
import { NothingHere } from './nothing-here';

interface NotFoundProps {
  title?: string;
}

export const NotFound = ({ title = 'This page is not in the notebook' }: NotFoundProps) => (
  <>
    <PageHeading title={title}>{title}</PageHeading>
    <NothingHere>
      <p>
        The address leads nowhere: it may be mistyped, or what was here is gone. Search above, or
        start from the contents.
      </p>
    </NothingHere>
  </>
);
