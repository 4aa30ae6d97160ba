import styles from './skip-link.module.css';

/** The first link of a page, which shows when it has the focus: past the navigation, to `#content`. */
export const SkipLink = () => (
  <a className={styles.skip} href="#content">
    Skip to the content
  </a>
);
