import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { products } from '@faultline/product-catalog';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const root = join(import.meta.dirname, '..');

describe('the built storefront', () => {
  let output: string;
  let page: string;
  let assets: string[];

  const textOf = (name: string) => readFile(join(output, 'assets', name), 'utf8');
  const ending = (extension: string) => assets.filter((name) => name.endsWith(extension));

  beforeAll(async () => {
    output = await mkdtemp(join(tmpdir(), 'fieldnote-build-'));
    // Vite takes the mode of its process, which a test run sets to `test`.
    vi.stubEnv('NODE_ENV', 'production');
    await build({ root, logLevel: 'error', build: { outDir: output, emptyOutDir: true } });
    vi.unstubAllEnvs();
    page = await readFile(join(output, 'index.html'), 'utf8');
    assets = await readdir(join(output, 'assets'));
  });

  afterAll(() => rm(output, { recursive: true, force: true }));

  it('has nothing inline but its guard, as the content security policy asks', () => {
    expect(page).toMatch(/<script [^>]*src="\/assets\/[^"]+\.js"/);
    expect(page.match(/<script(?![^>]*\bsrc=)/g)).toHaveLength(1);
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/);
  });

  it('has its guard before all that may fail to load, and small', () => {
    const [all = '', script = ''] = /<script>(.*?)<\/script>/s.exec(page) ?? [];
    expect(script).toContain('addEventListener(`error`');
    expect(page.indexOf(all)).toBeLessThan(page.search(/<link rel="stylesheet"|<script [^>]*src=/));
    expect(Buffer.byteLength(script)).toBeLessThan(3000);
    // Browsers look for it in the first kilobyte.
    expect(page.indexOf('<meta charset')).toBeLessThan(1000);
  });

  it('tells those who have switched scripts off', () => {
    expect(page).toMatch(/<noscript>.*needs JavaScript.*<\/noscript>/s);
  });

  it('is one script, which may be loaded under another address when the first try failed', () => {
    expect(ending('.js')).toHaveLength(1);
  });

  it('loads nothing from elsewhere', async () => {
    const styles = await Promise.all(ending('.css').map(textOf));
    expect(styles.join('')).not.toMatch(/url\(|@import|@font-face/);
    expect(page).not.toMatch(/(?:src|href)="(?!\/)/);
  });

  it('names its assets by their content', () => {
    expect(ending('.js').length).toBeGreaterThan(0);
    for (const name of assets) expect(name).toMatch(/-[\w-]{8}\.(js|css)(\.br|\.gz)?$/);
  });

  it('needs less than 120 KB of JavaScript', async () => {
    const scripts = await Promise.all(ending('.js').map(textOf));
    const bytes = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0);
    expect(bytes).toBeLessThan(120_000);
  });

  it('does not bundle the schemas of the contracts', async () => {
    const scripts = await Promise.all(ending('.js').map(textOf));
    expect(scripts.join('')).not.toContain('additionalProperties');
  });

  it('has a picture of every product', async () => {
    const pictures = new Set(await readdir(join(output, 'images/products')));
    expect(products.filter(({ id }) => !pictures.has(`${id}.svg`))).toEqual([]);
  });

  it('has a smaller Brotli version beside each script', async () => {
    for (const name of ending('.js')) {
      const [plain, small] = await Promise.all(
        [name, `${name}.br`].map((file) => stat(join(output, 'assets', file))),
      );
      expect(small?.size).toBeLessThan((plain?.size ?? 0) / 2);
    }
  });
});
