import styles from './failure-page.module.css';
import { SnappedPencil } from './snapped-pencil';

/** Shown instead of a page that threw an error. */
export const BrokenPage = () => (
  <main className={styles.page} role="alert">
    <SnappedPencil className={styles.drawing} />
    <h1>This page broke</h1>
    <p>The fault is in the page itself, not in anything you did. Your cart is kept by the shop.</p>
    <p>
      {/* A plain link: it loads everything afresh. */}
      <a href="/">Start again at the front page</a>
    </p>
  </main>
);
