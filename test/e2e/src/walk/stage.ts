import { resolve } from 'node:path';
import { servicePort, toolPort, toolUrl } from '@faultline/topology';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { openBrowser } from '../browser';
import { startProgram } from '../program';
import { startShop } from '../start-shop';
import type { Stage } from './perform';

/** There is no shop to walk through; the message says why, in one sentence. */
export class StageError extends Error {
  override readonly name = 'StageError';
}

interface StageOptions {
  /** The console of a shop that runs already; by default a shop of its own is started. */
  url?: string | undefined;
  /** Journeys per second in a shop of its own. */
  rate?: number | undefined;
  /** Slowly, and in a window; rejects at once where there is no display for it. */
  slow?: boolean;
  signal?: AbortSignal;
  tell(line: string): void;
}

/** What one does with the mouse waits so long for its target, in milliseconds. */
const patienceMs = 20_000;
/** A pause after each thing that is done, if it shall be slow; in milliseconds. */
const slowMs = 1_000;
const pageSize = { width: 1440, height: 900 };
const workspace = resolve(__dirname, '../../../..');

/** Opens a shop and a browser for `work`. Afterwards all faults are off, and nothing is left behind. */
export const onStage = async (
  options: StageOptions,
  work: (stage: Stage) => Promise<void>,
): Promise<void> => {
  try {
    await withStage(options, work);
  } catch (error) {
    throw firstOf(error);
  }
};

/** What failed first: a failure of the cleanup after it must not hide it. */
const firstOf = (error: unknown): unknown =>
  error instanceof SuppressedError ? firstOf(error.suppressed) : error;

const withStage = async (
  { url, rate, slow = false, signal, tell }: StageOptions,
  work: (stage: Stage) => Promise<void>,
): Promise<void> => {
  if (slow) expectDisplay(process.env);
  await using cleanup = new AsyncDisposableStack();
  const place = url === undefined ? await ownShop(rate, cleanup, tell) : shopBeside(url);
  signal?.throwIfAborted();
  await expectNoFault(place.consoleUrl);
  if (url !== undefined && rate !== undefined)
    tell(`The shop has to have ${rate} journeys per second: npm start -- --rate ${rate}`);

  const browser = await openBrowser({
    headless: !slow,
    ...(slow && { slowMo: slowMs }),
    // Playwright would end this process at once, and leave the shop behind.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  cleanup.defer(() => browser.close());
  signal?.addEventListener('abort', () => void browser.close(), { once: true });
  // A profile of its own, in which the shop can be opened beside the console.
  const context = await browser.newContext({ baseURL: place.consoleUrl, viewport: pageSize });
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);

  // A shop of its own goes with its faults.
  if (url !== undefined) cleanup.defer(() => switchAllOff(url));
  const fault = async (words: string, prints: string): Promise<void> => {
    const args = ['dev/demo/dist/fault.js', ...words.split(' '), ...place.directory];
    const command = startProgram([process.execPath, ...args], workspace);
    cleanup.defer(() => command.interrupt());
    await command.until(new RegExp(prints), patienceMs);
  };
  try {
    await work({ page, shopUrl: place.shopUrl, fault });
  } catch (error) {
    // What fails once the browser is closed fails for that reason.
    signal?.throwIfAborted();
    throw error;
  }
};

/** Throws if no window can be opened. */
export const expectDisplay = (
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): void => {
  const names = ['DISPLAY', 'WAYLAND_DISPLAY'];
  if (platform !== 'linux' || names.some((name) => environment[name])) return;
  throw new StageError(
    `--slow shows a window, and there is no display for it: set ${names.join(' or ')}, or leave --slow out`,
  );
};

interface Place {
  consoleUrl: string;
  shopUrl: string;
  /** Options of `npm run fault --` that name the shop. */
  directory: readonly string[];
}

const ownShop = async (
  rate: number | undefined,
  cleanup: AsyncDisposableStack,
  tell: (line: string) => void,
): Promise<Place> => {
  tell('Starting a shop');
  const { demo, directory, stop } = await startShop({ console: true, load: { rate } });
  cleanup.defer(stop);
  return {
    consoleUrl: toolUrl('console', demo.portBase),
    shopUrl: demo.url('web-gateway'),
    directory: ['--directory', directory],
  };
};

/** How far apart the ports are, however `npm start` has moved them. */
const consoleAboveShop = toolPort('console') - servicePort('web-gateway');

const shopBeside = (consoleUrl: string): Place => {
  const shop = new URL(consoleUrl);
  if (shop.port === '')
    throw new StageError(
      `--url has no port, by which the shop is found: it must be the console of npm start`,
    );
  shop.port = String(Number(shop.port) - consoleAboveShop);
  return { consoleUrl, shopUrl: shop.origin, directory: [] };
};

const FaultList = Type.Object({
  items: Type.Array(Type.Object({ key: Type.String(), on: Type.Optional(Type.Unknown()) })),
});

const requestFaults = async (
  consoleUrl: string,
  method: 'GET' | 'DELETE',
  query = '',
): Promise<unknown> => {
  const response = await fetch(`${consoleUrl}/api/faults${query}`, { method }).catch(
    (error: unknown) => {
      throw new StageError(`No console answers at ${consoleUrl}: npm start starts one`, {
        cause: error,
      });
    },
  );
  const body: unknown = await response.json();
  if (!response.ok)
    throw new StageError(`${consoleUrl} does not let faults be switched: ${JSON.stringify(body)}`);
  return body;
};

const expectNoFault = async (consoleUrl: string): Promise<void> => {
  const { items } = Parse(FaultList, await requestFaults(consoleUrl, 'GET', '?limit=100'));
  const on = items.filter((fault) => fault.on !== undefined).map(({ key }) => key);
  if (on.length > 0)
    throw new StageError(`${on.join(', ')} is on already: npm run fault -- off --all`);
};

const switchAllOff = async (consoleUrl: string): Promise<void> => {
  await requestFaults(consoleUrl, 'DELETE');
};
