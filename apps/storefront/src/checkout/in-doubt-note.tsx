import styles from './notes.module.css';

/** Shown when the page was left while a purchase had no known outcome. */
export const InDoubtNote = () => (
  <div className={styles.doubt}>
    <p className={styles.title}>Your last try has no known outcome</p>
    <p>
      It may have become an order. Enter the same details and press “Pay” to find out: you will not
      be charged twice.
    </p>
  </div>
);
