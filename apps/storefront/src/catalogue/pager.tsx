import { Link } from 'react-router';
import styles from './pager.module.css';
import { pageCount, pagerSteps } from './paging';

interface PagerProps {
  page: number;
  size: number;
  total: number;
  addressOf: (page: number) => string;
}

/** Links to the pages of a list; nothing when there is only one. */
export const Pager = ({ page, size, total, addressOf }: PagerProps) => {
  const last = pageCount(total, size);
  if (last === 1) return null;
  return (
    <nav className={styles.pager} aria-label="Pages">
      {page > 1 && (
        <Link to={addressOf(page - 1)} rel="prev" className={styles.turn}>
          <span aria-hidden="true">← </span>Previous<span className="visually-hidden"> page</span>
        </Link>
      )}
      <ol className={styles.steps}>
        {pagerSteps(page, last).map((step) =>
          'page' in step ? (
            <li key={step.page}>
              <Link
                to={addressOf(step.page)}
                className={styles.step}
                aria-label={`Page ${step.page}`}
                aria-current={step.page === page ? 'page' : undefined}
              >
                {step.page}
              </Link>
            </li>
          ) : (
            <li key={`after ${step.gapAfter}`} className={styles.gap} aria-hidden="true">
              …
            </li>
          ),
        )}
      </ol>
      {page < last && (
        <Link to={addressOf(page + 1)} rel="next" className={styles.turn}>
          Next<span className="visually-hidden"> page</span>
          <span aria-hidden="true"> →</span>
        </Link>
      )}
    </nav>
  );
};
