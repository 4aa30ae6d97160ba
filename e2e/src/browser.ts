import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const onMac = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

export const findBrowser = (): string | undefined => {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env.CHROMIUM_PATH ?? '', ...candidates, ...onMac].find((path) =>
    existsSync(path),
  );
};

/** Debian's root may install; everybody else is told what to type. */
const installBrowser = (): void => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('Installing Chromium for the browser tests (apt-get install chromium)');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...parameters: string[]) =>
    spawnSync('apt-get', ['-qq', ...parameters], { env: environment, stdio: 'ignore' });
  apt('update');
  apt('install', '-y', 'chromium');
};

/** Opens a headless Chromium of this machine. */
export const openBrowser = async (): Promise<Browser> => {
  if (!findBrowser()) installBrowser();
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Error('no Chromium found: install it, or set CHROMIUM_PATH to its executable');
  return chromium.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
};
