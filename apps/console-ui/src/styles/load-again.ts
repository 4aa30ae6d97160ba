/** Milliseconds until a style sheet or a part of the pages is requested again. */
const pause = 1500;

/** Requests style sheets again that could not be loaded, such as while the console was too busy. */
export const loadStylesAgain = (): void => {
  const missing = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].filter(
    ({ sheet }) => sheet === null,
  );
  for (const link of missing)
    window.setTimeout(() => {
      const again = document.createElement('link');
      again.rel = 'stylesheet';
      again.href = `${link.href.split('?')[0]}?again=${Date.now()}`;
      again.addEventListener('error', loadStylesAgain, { once: true });
      link.replaceWith(again);
    }, pause);
};

/** A part of the pages that could not be loaded, or is of an older build: the page loads anew. */
export const loadPartsAgain = (): void => {
  window.addEventListener('vite:preloadError', (event) => {
    event.preventDefault();
    window.setTimeout(() => window.location.reload(), pause);
  });
};
