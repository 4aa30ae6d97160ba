import { pages } from '@faultline/contracts/pages';
import { Link } from 'react-router';
import { CartLink } from '../cart/cart-link';
import { SearchBox } from '../search/search-box';
import { CategoryNavigation } from './category-navigation';
import styles from './header.module.css';
import { LogoMark } from './logo-mark';

export const Header = () => (
  <header className={styles.header}>
    <div className={styles.top}>
      <Link to={pages.home} className={styles.logo} aria-label="Fieldnote, front page">
        <LogoMark className={styles.mark} />
        <span>Fieldnote</span>
      </Link>
      <SearchBox className={styles.search} />
      <CartLink className={styles.cart} />
    </div>
    <CategoryNavigation />
  </header>
);
