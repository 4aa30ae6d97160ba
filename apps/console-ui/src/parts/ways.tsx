import { Link } from 'react-router';
import { useAddress } from '../time/use-range';
import styles from './ways.module.css';

interface Way {
  words: string;
  path: string;
  search: Readonly<Record<string, string>>;
}

/** Links to searches of the same time that lead on from a page. */
export const Ways = ({ ways }: { ways: readonly Way[] }) => {
  const address = useAddress();
  return (
    <p className={styles.ways}>
      {ways.map(({ words, path, search }) => (
        <Link key={words} to={address(path, search)}>
          {words}
        </Link>
      ))}
    </p>
  );
};
