import { pages } from '@faultline/contracts/pages';
import { Button, LinkButton, RequestReference } from '@faultline/ui';
import type { Failure } from '../api/failure';
import { PageHeading } from '../layout/page-heading';
import { explainFailure } from './explain-failure';
import styles from './failure-page.module.css';
import { SnappedPencil } from './snapped-pencil';

interface FailurePageProps {
  failure: Failure;
  onRetry: () => void;
}

/** Shown instead of a page that could not be loaded. */
export const FailurePage = ({ failure, onRetry }: FailurePageProps) => {
  const { title, happened, advice } = explainFailure(failure);
  return (
    <section className={styles.page}>
      <SnappedPencil className={styles.drawing} />
      <PageHeading title={title}>{title}</PageHeading>
      <dl className={styles.facts}>
        <div>
          <dt>What happened</dt>
          <dd>{happened}</dd>
        </div>
        <div>
          <dt>What you can do</dt>
          <dd>{advice}</dd>
        </div>
      </dl>
      <div className={styles.actions}>
        <Button onClick={onRetry}>Try again</Button>
        <LinkButton to={pages.home} kind="quiet">
          Back to the front page
        </LinkButton>
      </div>
      <RequestReference failure={failure} />
    </section>
  );
};
