import { SkipLink, useStartOfPage } from '@faultline/ui';
import { lazy, Suspense, useState } from 'react';
import { Outlet } from 'react-router';
import { useEvents } from '../api/use-events';
import { Loading } from '../parts/placeholder';
import { BundleBanner, FaultBanner, OldBanner, SilenceBanner } from './banner';
import { BundleDrop } from './bundle-drop';
import styles from './frame.module.css';
import { Header } from './header';
import { KeysHelp } from './keys-help';
import { TokenBanner } from './token-banner';
import { useBundleRange } from './use-bundle-range';
import { useKeys } from './use-keys';

const Palette = lazy(() => import('./palette'));

const focusSearch = () => document.querySelector<HTMLElement>('[data-search]')?.focus();

/** What is around all pages. */
export const Frame = () => {
  useStartOfPage();
  useEvents();
  useBundleRange();
  const [open, setOpen] = useState<'palette' | 'help'>();
  const close = () => setOpen(undefined);
  useKeys({
    '$mod+k': () => setOpen('palette'),
    '[Shift]+?': () => setOpen('help'),
    '/': focusSearch,
  });
  return (
    <>
      <SkipLink />
      <Header onPalette={() => setOpen('palette')} onHelp={() => setOpen('help')} />
      <SilenceBanner />
      <FaultBanner />
      <BundleBanner />
      <OldBanner />
      <TokenBanner />
      <main id="content" className={styles.main}>
        <Suspense fallback={<Loading what="the page" />}>
          <Outlet />
        </Suspense>
      </main>
      <BundleDrop />
      {open === 'help' && <KeysHelp onClose={close} />}
      {open === 'palette' && (
        <Suspense>
          <Palette onClose={close} />
        </Suspense>
      )}
    </>
  );
};
