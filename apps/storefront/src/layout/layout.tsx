import { SkipLink, useStartOfPage } from '@faultline/ui';
import { Outlet } from 'react-router';
import { useCartUpkeep } from '../cart/use-cart';
import { Footer } from './footer';
import { Header } from './header';
import styles from './layout.module.css';

/** The frame of every page. */
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
