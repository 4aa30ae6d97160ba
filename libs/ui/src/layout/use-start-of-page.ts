import { useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { focusAtNavigation } from './focus-at-navigation';

/**
 * For what stays around all pages: begins each at its top, and remembers where the focus was. An address that takes the place
 * of another one with the same path is the same page, looked at differently: it stays where it is.
 */
export const useStartOfPage = (): void => {
  const { key, pathname } = useLocation();
  const navigation = useNavigationType();
  const path = useRef<string>(undefined);

  useLayoutEffect(() => {
    const isSamePage = navigation === 'REPLACE' && path.current === pathname;
    path.current = pathname;
    if (key === 'default') return;
    focusAtNavigation.remember(isSamePage);
    // Going back or forward, the browser restores the scroll position itself.
    if (navigation !== 'POP' && !isSamePage) window.scrollTo(0, 0);
  }, [key, pathname, navigation]);
};
