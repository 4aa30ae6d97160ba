import { PageHeading } from '@faultline/ui';

export default function Page() {
  return <PageHeading title="Faultline">Soon</PageHeading>;
}
