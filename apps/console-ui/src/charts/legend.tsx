import styles from './legend.module.css';

/** Which line is whose. */
export const Legend = ({ items }: { items: readonly { name: string; hue: string }[] }) => (
  <ul className={styles.legend}>
    {items.map(({ name, hue }) => (
      <li key={name}>
        <span className={styles.swatch} style={{ background: `var(${hue})` }} />
        {name}
      </li>
    ))}
  </ul>
);
