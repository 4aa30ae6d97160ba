import { ask, checkResponse } from './ask.ts';
import type { Shopper, ShopResponse } from './shopper.ts';

/** The maximum of tries per missing asset, and of loads of the page. */
const max = { tries: 6, loads: 4 };

/** Opens the page as a browser does: with the scripts and style sheets that it names. */
export const openPage = async (shopper: Shopper): Promise<void> => {
  for (let loads = 1; ; loads += 1) {
    const page = await ask(shopper, { name: 'page', file: '/' }, 200, shopper.guards.isText);
    shopper.check('page is HTML', /<html/i.test(page), () => page.slice(0, 100));
    const assets: ShopResponse[] = [];
    for (const path of assetsOf(page)) assets.push(await loadAsset(shopper, path));
    if (loads < max.loads && assets.some(isMissing)) continue;
    for (const asset of assets) checkResponse(shopper, 'asset', asset, 200, shopper.guards.isText);
    return;
  }
};

const assetsOf = (page: string): string[] =>
  [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);

const isMissing = ({ status }: ShopResponse): boolean => status === 404;

/** Requests an asset again, because a request may reach a pod of the other version during a roll-out. */
const loadAsset = async (shopper: Shopper, path: string): Promise<ShopResponse> => {
  const request = (suffix: string) =>
    shopper.client.request({ name: 'asset', file: path + suffix });
  let response = await request('');
  for (let retry = 1; isMissing(response) && retry < max.tries; retry += 1)
    response = await request(`?retry=${retry}`);
  return response;
};
