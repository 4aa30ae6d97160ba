import { setTimeout as delay } from 'node:timers/promises';

/** As the page does it: tries for each asset, and loads of the page when one stays missing. */
const max = { tries: 6, loads: 4 };

/** Long enough for a pod that is just leaving to be out of the way. */
const pauseMilliseconds = 100;

interface PageLoads {
  complete: number;
  /** The page of which version, by the name of its script. */
  scripts: Set<string>;
  /** What a shopper saw instead of the page. */
  failed: string[];
}

const assetsOf = (page: string): string[] =>
  [...page.matchAll(/(?:src|href)="[^"]*(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);

/** Undefined when there is no such asset here, which the other version may have. */
const read = async (url: string): Promise<string | undefined> => {
  const response = await fetch(url);
  const text = await response.text();
  if (response.ok) return text;
  if (response.status === 404) return undefined;
  throw new Error(`${new URL(url).pathname} answered ${response.status}: ${text.slice(0, 500)}`);
};

const hasAsset = async (url: string): Promise<boolean> => {
  for (let retry = 0; retry < max.tries; retry += 1) {
    if ((await read(retry === 0 ? url : `${url}?retry=${retry}`)) !== undefined) return true;
    await delay(pauseMilliseconds);
  }
  return false;
};

/** The assets of the page once it had all of them. */
const loadPage = async (gateway: string): Promise<string[]> => {
  for (let load = 0; load < max.loads; load += 1) {
    const assets = assetsOf((await read(`${gateway}/`)) ?? '');
    if (assets.length === 0) throw new Error('the page names no assets');
    const found = await Promise.all(assets.map((path) => hasAsset(gateway + path)));
    if (found.every(Boolean)) return assets;
  }
  throw new Error('an asset of the page stayed missing');
};

/** Loads the page with its assets again and again until it is stopped, and says what came of it. */
export const startPageLoads = (gateway: string): { stop(): Promise<PageLoads> } => {
  const loads: PageLoads = { complete: 0, scripts: new Set(), failed: [] };
  let stopped = false;
  const loading = (async () => {
    while (!stopped) {
      try {
        const assets = await loadPage(gateway);
        loads.complete += 1;
        for (const path of assets) if (path.endsWith('.js')) loads.scripts.add(path);
      } catch (error) {
        loads.failed.push(String(error));
      }
      await delay(pauseMilliseconds);
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await loading;
      return loads;
    },
  };
};
