import styles from './skip-link.module.css';

/** The first link of a page, which shows when it has the focus: past the navigation, to the element of this id. */
export const SkipLink = ({ to }: { to: string }) => (
  <a className={styles.skip} href={`#${to}`}>
    Skip to the content
  </a>
);
