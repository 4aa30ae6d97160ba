import { findProgram, isExecutable, unpackedProgram } from '@faultline/stores';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const onMac = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

const packaged = {
  title: 'Chromium',
  packages: ['chromium', 'chromium-common'],
  path: 'usr/lib/chromium/chromium',
} as const;

/**
 * A Chromium: the one that CHROMIUM_PATH names, one of this machine, the one that
 * `npx playwright-core install chromium` has brought, or one that this checkout fetches for itself,
 * which `notice` tells. Rejects with what to type when there is none.
 */
export const browserExecutable = async (notice: (line: string) => void): Promise<string> => {
  const found = (await installedBrowser()) ?? (await unpackedProgram(packaged, notice));
  if (found) return found;
  throw new Error(
    'Chromium is not installed: type npx playwright-core install chromium, or set CHROMIUM_PATH',
  );
};

const installedBrowser = async (): Promise<string | undefined> => {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const found = await findProgram(names);
  if (found) return found;
  for (const path of [...onMac, chromium.executablePath()])
    if (await isExecutable(path)) return path;
  return undefined;
};

/** How long a page waits for what a test looks for, in milliseconds. */
export const pageTimeout = 30_000;

/** Opens a Chromium, without a window unless `options` say so. */
export const openBrowser = async (options: LaunchOptions = {}): Promise<Browser> =>
  chromium.launch({
    executablePath: await browserExecutable(console.log),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    ...options,
  });
