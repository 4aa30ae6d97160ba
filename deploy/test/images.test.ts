import { mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseImagesCommand } from '../src/images/arguments';
import { imageNames, imageSpec } from '../src/images/image';
import { buildArguments } from '../src/images/image-build';
import { renderImages } from '../src/images/report';
import { images } from './images/command';
import { contextFiles, isInContext, workspace } from './images/context';

describe('the command line', () => {
  it('means all images under the name of the shop when it says nothing', () => {
    expect(parseImagesCommand([])).toMatchObject({
      images: imageNames,
      prefix: 'faultline',
      tag: undefined,
      push: false,
      platforms: [],
    });
  });

  it('names images between commas or one by one, once each', () => {
    const { images } = parseImagesCommand(['--only', 'product,cart', '--only', 'cart']);
    expect(images).toEqual(['product', 'cart']);
  });

  it.each([
    [['--only', 'produkt'], 'There is no image produkt. Did you mean product? There are web-gatew'],
    [['--only', ''], "There is no image ''"],
    [['--tag', 'a b'], "'a b' is invalid. It must be letters, digits and . _ -"],
    [['--version', '/'], /^Option '--version <version>' .* It must be letters/],
    [['--registry', 'https://example.com'], 'It must be like registry.example.com/shop'],
    [['--platform', 'windows/amd64'], 'There are linux/amd64, linux/arm64'],
    [['--digests', 'digests.json'], '--digests needs --push'],
    [['--platform', 'linux/amd64,linux/arm64'], '--platform with several needs --push'],
    [['--pull'], "Unknown option '--pull'. Did you mean --push?"],
    [['cart'], 'Too many arguments. Expected 0 arguments but got 1: cart'],
  ])('%j is refused with what is wrong', (words, message) => {
    expect(() => parseImagesCommand(words)).toThrow(message);
  });

  it('ends with 2 and one line when it cannot be meant', () => {
    const { status, stderr } = images(['--only', 'produkt']);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringContaining('There is no image produkt'),
    ]);
    expect(status).toBe(2);
  });

  it('ends with 1 and one line when no engine answers', () => {
    const { status, stderr } = images([], { DOCKER_HOST: 'tcp://127.0.0.1:1' });
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^docker('s engine does not answer:| is not installed)/),
    ]);
    expect(status).toBe(1);
  });

  it('ends with 1 and one line when there is no docker', () => {
    const { status, stderr } = images([], { PATH: '/nowhere' });
    expect(stderr.trim()).toBe('docker is not installed, or not on PATH');
    expect(status).toBe(1);
  });
});

describe('a build', () => {
  const recipe = {
    reference: 'registry.example.com/shop/cart:2',
    version: '2.0.0',
    revision: 'abc',
    inputs: 'def',
    platforms: [],
    network: undefined,
  };

  it('is told the app, its version and the hash of its inputs', () => {
    const words = buildArguments({ ...recipe, name: 'cart' }, true).join(' ');
    expect(words).toContain('--target app --tag registry.example.com/shop/cart:2');
    expect(words).toContain('VERSION=2.0.0 --build-arg REVISION=abc --build-arg APP=cart');
    expect(words).toContain('--label dev.faultline.inputs=def');
  });

  it('without BuildKit needs no image of k6 for an app', () => {
    const base = imageSpec('cart').base;
    expect(buildArguments({ ...recipe, name: 'cart' }, false)).toContain(`K6_IMAGE=${base}`);
    expect(buildArguments({ ...recipe, name: 'load' }, false).join()).not.toContain('K6_IMAGE');
  });

  it('for several platforms pushes what the engine cannot keep', () => {
    const platforms = ['linux/amd64', 'linux/arm64'];
    const words = buildArguments({ ...recipe, name: 'cart', platforms }, true);
    expect(words.slice(0, 5)).toEqual([
      'buildx',
      'build',
      '--platform',
      platforms.join(),
      '--push',
    ]);
  });
});

describe('an image with the same inputs', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'engine-'));
  beforeAll(() =>
    symlinkSync(join(__dirname, 'images/engine-with-images.sh'), join(scratch, 'docker')),
  );
  afterAll(() => rmSync(scratch, { recursive: true }));

  it.each([
    ['gets another name', 'on a machine', '', 'cart is current, tagged anew'],
    [
      'is not trusted',
      'in a pipeline, whose other jobs may have labelled it',
      'true',
      'cart is built',
    ],
  ])(
    '%s %s',
    (_, _where, CI, line) => {
      const words = ['--only', 'cart', '--push', '--registry', 'registry.example.com/shop'];
      const PATH = [scratch, process.env.PATH].join(delimiter);
      const { stdout, stderr } = images(words, { PATH, CI });
      expect(stdout, stderr).toContain(line);
    },
    60_000,
  );
});

it('is summed up as a table of seconds and megabytes', () => {
  const table = renderImages([
    {
      reference: 'faultline/cart:1',
      outcome: 'built',
      seconds: 12.34,
      bytesOverBase: 22_700_000,
      digest: undefined,
    },
    {
      reference: 'r/load:1',
      outcome: 'tagged',
      seconds: 1,
      bytesOverBase: undefined,
      digest: undefined,
    },
  ]);
  expect(table.split('\n').slice(1)).toEqual([
    'faultline/cart:1  built      12.3          22.7',
    'r/load:1          tagged      1.0             -',
  ]);
});

describe('the build context', () => {
  it('is small', () => {
    const bytes = contextFiles().map((path) => statSync(join(workspace, path)).size);
    expect(bytes.reduce((sum, size) => sum + size) / 1e6).toBeLessThan(3);
  });

  it.each([
    'node_modules/fastify/package.json',
    'libs/service/node_modules/ajv/package.json',
    'apps/cart/dist/main.js',
    'apps/cart/test/carts.test.ts',
    'apps/cart/.env',
    '.git/config',
    '.faultline/logs/cart.log',
    'dev/demo/src/main.ts',
    'test/e2e/src/customer.ts',
  ])('leaves out %s', (path) => {
    expect(isInContext(path)).toBe(false);
  });

  it.each([
    'package-lock.json',
    'dev/stores/src/index.ts',
    'apps/cart/src/main.ts',
    'apps/product/migrations/1-products.sql',
    'libs/contracts/src/shop-endpoints.ts',
    'libs/slo/src/objectives.ts',
    'load/src/journeys/buy.ts',
    'load/k6/baseline.ts',
  ])('holds %s', (path) => {
    expect(isInContext(path)).toBe(true);
  });
});
