import { beforeAll, describe, expect, inject, it } from 'vitest';
import { browserExecutable } from '../src/browser';
import { k6TestTimeout, runK6, whyNoK6 } from '../src/k6';

const titled = (title: string, reason: string | undefined) =>
  reason === undefined ? title : `${title} (skipped: ${reason})`;

describe.skipIf(whyNoK6 !== undefined)(titled('k6', whyNoK6), { timeout: k6TestTimeout }, () => {
  it('finds nothing wrong with the shop', async () => {
    const { exitCode, output } = await runK6('smoke', { BASE_URL: inject('shopUrl') });
    expect(output).toMatch(/checks_failed\.*: 0\.00%/);
    expect(exitCode).toBe(0);
  });

  describe('with a browser', () => {
    let executable = '';
    beforeAll(async () => {
      executable = await browserExecutable(console.log);
    });

    const browse = (shopUrl: string) =>
      runK6('browser', {
        BASE_URL: shopUrl,
        K6_BROWSER_EXECUTABLE_PATH: executable,
        // Chromium wants no sandbox from root.
        K6_BROWSER_ARGS: process.getuid?.() === 0 ? 'no-sandbox' : '',
      });

    it('buys something in the storefront', async () => {
      const { exitCode, output } = await browse(inject('shopUrl'));
      expect(output).toContain('✓ the order has the total that was paid');
      expect(exitCode).toBe(0);
    });

    it('fails when there is no storefront', async () => {
      const { exitCode, output } = await browse('http://127.0.0.1:1');
      expect(output).toContain("thresholds on metrics 'purchases' have been crossed");
      expect(exitCode).toBe(99);
    });
  });
});
