import { sayThatItFailed } from './failure-message';
import { loadPageAgain } from './load-page-again';
import { askAgain, assetOf } from './missing-asset';

// A load error of an element does not bubble; it can be seen on its way down.
addEventListener(
  'error',
  ({ target }) => {
    const asset = assetOf(target);
    if (asset && !askAgain(asset) && !loadPageAgain()) sayThatItFailed();
  },
  { capture: true },
);

// A part of the program that is loaded later, and that this version of the shop may not have any more.
addEventListener('vite:preloadError', (event) => {
  if (loadPageAgain()) event.preventDefault();
});
