import { Link } from 'react-router';
import { shop } from '../api/shop';
import { useResource } from '../api/use-resource';
import { searchAddress } from '../catalogue/addresses';
import styles from './nothing-found.module.css';

/** Help after a search without results: similar names, and advice. */
export const NothingFound = ({ q }: { q: string }) => {
  // If the suggestions cannot be loaded, the advice below is still shown.
  const close = useResource(q, (signal) => shop.suggestions(q, signal));
  const names = close.state === 'ready' ? close.value.items : [];
  return (
    <>
      <p>
        We looked through everything and found nothing for <strong>“{q}”</strong>.
      </p>
      {names.length > 0 && (
        <section aria-labelledby="close-names">
          <h2 id="close-names" className={styles.title}>
            Did you mean
          </h2>
          <ul className={styles.names}>
            {names.map((name) => (
              <li key={name}>
                <Link to={searchAddress(name)}>{name}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ul className={styles.advice}>
        <li>Check the spelling.</li>
        <li>Use fewer or more general words: “lamp” rather than “bright bedside lamp”.</li>
        <li>Or find the right shelf below.</li>
      </ul>
    </>
  );
};
