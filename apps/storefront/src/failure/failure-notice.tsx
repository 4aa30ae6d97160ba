import { Notice, RequestReference } from '@faultline/ui';
import type { Failure } from '../api/failure';
import { explainFailure } from './explain-failure';

interface FailureNoticeProps {
  failure: Failure;
  /** What could not be done, in place of the general title. */
  title?: string;
  onRetry?: () => void;
}

/** A part of a page that could not be loaded or done: what happened, what to do, the request id. */
export const FailureNotice = ({ failure, title, onRetry }: FailureNoticeProps) => {
  const explanation = explainFailure(failure);
  return (
    <Notice title={title ?? explanation.title} onRetry={onRetry}>
      <p>
        {explanation.happened} {explanation.advice}
      </p>
      <RequestReference failure={failure} />
    </Notice>
  );
};
