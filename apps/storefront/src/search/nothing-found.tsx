import { Link } from 'react-router';
import { shop } from '../api/shop';
import { useResource } from '../api/use-resource';
import { searchAddress } from '../catalogue/addresses';
import styles from './nothing-found.module.css';

/** What to do about a search without results: names that come close, and plain advice. */
export const NothingFound = ({ q }: { q: string }) => {
  // When the suggestions cannot be had, the advice below still stands.
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
