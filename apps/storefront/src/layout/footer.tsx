import { Link } from 'react-router';
import { allGoodsAddress, categoryAddress } from '../catalogue/addresses';
import { useCategories } from '../catalogue/categories';
import styles from './footer.module.css';
import { LogoMark } from './logo-mark';

export const Footer = () => {
  const categories = useCategories();
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <div className={styles.about}>
          <p className={styles.name}>
            <LogoMark className={styles.mark} onDark />
            Fieldnote
          </p>
          <p>
            Goods for the house and for the days outside it, picked to be used, mended and handed
            on.
          </p>
        </div>
        <nav aria-label="All categories" className={styles.goods}>
          <h2 className={styles.title}>Goods</h2>
          <ul>
            <li>
              <Link to={allGoodsAddress()}>All goods</Link>
            </li>
            {categories.state === 'ready' &&
              categories.value.map(({ id, name }) => (
                <li key={id}>
                  <Link to={categoryAddress(id)}>{name}</Link>
                </li>
              ))}
          </ul>
        </nav>
        <div className={styles.honest}>
          <h2 className={styles.title}>In all honesty</h2>
          <p>
            This is a demonstration shop. Its stores, services and failures are real; its goods are
            not. Nothing is shipped, no card is charged, and at the checkout only sandbox cards
            count.
          </p>
        </div>
      </div>
    </footer>
  );
};
