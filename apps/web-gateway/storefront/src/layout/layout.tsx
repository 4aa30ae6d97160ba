import { useLayoutEffect } from 'react';
import { Outlet, useLocation, useNavigationType } from 'react-router';
import { useCartUpkeep } from '../cart/use-cart';
import { focusAtNavigation } from './focus-at-navigation';
import { Footer } from './footer';
import { Header } from './header';
import styles from './layout.module.css';

/** What every page has around it. */
export const Layout = () => {
  const { key } = useLocation();
  const navigation = useNavigationType();
  useCartUpkeep();

  useLayoutEffect(() => {
    if (key === 'default') return;
    focusAtNavigation.remember();
    // Going back or forward, the browser restores the scroll position itself.
    if (navigation !== 'POP') window.scrollTo(0, 0);
  }, [key, navigation]);

  return (
    <>
      <a className={styles.skip} href="#content">
        Skip to the content
      </a>
      <Header />
      <main id="content" tabIndex={-1} className={styles.content}>
        <Outlet />
      </main>
      <Footer />
    </>
  );
};
