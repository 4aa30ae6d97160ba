import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const root = join(import.meta.dirname, '..');

describe('the built pages', () => {
  let output: string;
  let page: string;
  let assets: string[];

  const textOf = (name: string) => readFile(join(output, 'assets', name), 'utf8');
  const ending = (extension: string) => assets.filter((name) => name.endsWith(extension));

  beforeAll(async () => {
    output = await mkdtemp(join(tmpdir(), 'console-build-'));
    // Vite takes the mode of its process, which a test run sets to `test`.
    vi.stubEnv('NODE_ENV', 'production');
    await build({ root, logLevel: 'error', build: { outDir: output, emptyOutDir: true } });
    vi.unstubAllEnvs();
    page = await readFile(join(output, 'index.html'), 'utf8');
    assets = await readdir(join(output, 'assets'));
  });

  afterAll(() => rm(output, { recursive: true, force: true }));

  it('have nothing inline, as the content security policy asks', () => {
    expect(page).toMatch(/<script [^>]*src="\/assets\/[^"]+\.js"/);
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/);
  });

  it('load nothing from elsewhere', async () => {
    const styles = await Promise.all(ending('.css').map(textOf));
    expect(styles.join('')).not.toMatch(/url\(|@import|@font-face/);
    expect(page).not.toMatch(/(?:src|href)="(?!\/)/);
  });

  it('need less than 160 KB of JavaScript to begin, and load the map and the flame graph later', async () => {
    const first = [...page.matchAll(/"\/assets\/([^"]+\.js)"/g)].map(([, name = '']) => name);
    const texts = await Promise.all(first.map(textOf));
    expect(texts.reduce((sum, text) => sum + gzipSync(text).length, 0)).toBeLessThan(160_000);
    const all = (await Promise.all(ending('.js').map(textOf))).join('');
    for (const later of ['react-flow__', 'd3-flame-graph']) {
      expect(texts.join('')).not.toContain(later);
      expect(all).toContain(later);
    }
  });
});
