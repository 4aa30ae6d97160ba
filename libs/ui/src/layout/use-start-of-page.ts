import { useLayoutEffect } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { focusAtNavigation } from './focus-at-navigation';

/** For what stays around all pages: begins each at its top, and remembers where the focus was. */
export const useStartOfPage = (): void => {
  const { key } = useLocation();
  const navigation = useNavigationType();

  useLayoutEffect(() => {
    if (key === 'default') return;
    focusAtNavigation.remember();
    // Going back or forward, the browser restores the scroll position itself.
    if (navigation !== 'POP') window.scrollTo(0, 0);
  }, [key, navigation]);
};
