type Asset = HTMLScriptElement | HTMLLinkElement;

/** Milliseconds before each further try. Of two versions that serve half each, one in 64 loads needs more. */
const pauses = [50, 150, 300, 600, 1000];

const addressOf = (asset: Asset): string =>
  asset instanceof HTMLScriptElement ? asset.src : asset.href;

/** The script or style sheet of the shop that a load error is about, if it is about one. */
export const assetOf = (target: EventTarget | null): Asset | undefined => {
  const isAsset =
    target instanceof HTMLScriptElement ||
    (target instanceof HTMLLinkElement && target.rel === 'stylesheet');
  return isAsset && addressOf(target).startsWith(`${location.origin}/`) ? target : undefined;
};

/**
 * Asks for a missing asset once more after a pause, under an address that nothing has kept; false when
 * it has been asked for often enough. The tries are counted in the address.
 */
export const askAgain = (asset: Asset): boolean => {
  const address = new URL(addressOf(asset));
  const tries = Number(address.searchParams.get('retry'));
  const pause = pauses[tries];
  if (pause === undefined) return false;
  address.searchParams.set('retry', String(tries + 1));
  setTimeout(() => asset.replaceWith(copyOf(asset, address.href)), pause);
  return true;
};

/** Made anew rather than cloned: a clone of a script counts as one that has run. */
const copyOf = (asset: Asset, address: string): Element => {
  const copy = document.createElement(asset.localName);
  for (const { name, value } of asset.attributes) copy.setAttribute(name, value);
  copy.setAttribute(asset instanceof HTMLScriptElement ? 'src' : 'href', address);
  return copy;
};
