import { PageHeading as Heading, type PageHeadingProps } from '@faultline/ui';

/** The page's one h1. The shop's name is added to the document's title. */
export const PageHeading = ({ title, ...props }: PageHeadingProps) => (
  <Heading title={`${title} · Fieldnote`} {...props} />
);
