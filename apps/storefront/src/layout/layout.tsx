import { SkipLink, useStartOfPage } from '@faultline/ui';
import { Outlet } from 'react-router';
import { useCartUpkeep } from '../cart/use-cart';
import { Footer } from './footer';
import { Header } from './header';
import styles from './layout.module.css';

/** What every page has around it. */
export const Layout = () => {
  useStartOfPage();
  useCartUpkeep();
  return (
    <>
      <SkipLink />
      <Header />
      <main id="content" tabIndex={-1} className={styles.content}>
        <Outlet />
      </main>
      <Footer />
    </>
  );
};
