import { RequestReference } from '@faultline/ui';
import type { Failure } from '../api/failure';

/** By what a failure is found in the shop's logs. */
export const FailureReference = ({ failure }: { failure: Failure }) => (
  <RequestReference
    requestId={failure.requestId}
    status={failure.status}
    code={failure.problem?.code}
  />
);
