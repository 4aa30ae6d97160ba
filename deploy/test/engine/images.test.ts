import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeImage } from '../../src/images/image';
import { buildObstacle, docker, images } from '../images/command';

const obstacle = buildObstacle();
// The reporter does not show reasons.
if (obstacle) console.info(`skipped: ${obstacle}`);
const minutes = 60_000;

// A version of its own makes an image of its own, and its tag is removed in the end.
const tag = 'images-test';
const image = `faultline/cart:${tag}`;
const retagged = `faultline/cart:${tag}-again`;
const network = process.env.IMAGES_NETWORK;
const words = [
  ...['--only', 'cart', '--version', '0.0.0-test'],
  ...(network ? ['--network', network] : []),
];

/** What a program of Node prints in the image. */
const evaluate = (script: string): string =>
  docker('run', '--rm', '--entrypoint', 'node', image, '--eval', script).stdout;

const Strings = Type.Array(Type.String());
const Inspected = Type.Tuple([
  Type.Object({
    Id: Type.String(),
    Size: Type.Integer(),
    Config: Type.Record(Type.String(), Type.Unknown()),
  }),
]);
const Bill = Type.Object({
  bomFormat: Type.Literal('CycloneDX'),
  components: Type.Array(Type.Object({ purl: Type.String() })),
});
const Packages = Type.Object({ bundled: Strings });

const inspect = (reference: string) =>
  Parse(Inspected, JSON.parse(docker('image', 'inspect', reference).stdout))[0];

describe.skipIf(obstacle)('the image of a service', { timeout: minutes }, () => {
  beforeAll(() => {
    const { status, stdout, stderr } = images([...words, '--tag', tag]);
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(/^cart is /m);
  }, 15 * minutes);
  afterAll(() => {
    docker('image', 'rm', image, retagged);
  });

  it('starts as anybody, without network, on a file system that it cannot write', () => {
    const { status, stderr } = docker(
      ...['run', '--rm', '--read-only', '--network=none', '--user=4711', '--cap-drop=ALL', image],
    );
    expect(stderr.trim()).toBe('cart cannot start: REDIS_URL is not set');
    expect(status).toBe(1);
  });

  it('ends with 0 at SIGTERM, also while its store cannot be reached', async () => {
    const { stdout } = docker(
      ...['run', '--detach', '--read-only', '--network=none'],
      ...['--env=REDIS_URL=redis://127.0.0.1:1', '--env=PRODUCT_URL=http://127.0.0.1:2', image],
    );
    const container = stdout.trim();
    const logs = spawn('docker', ['logs', '--follow', container]);
    try {
      for await (const line of createInterface(logs.stdout))
        if (line.includes('service-started')) break;
      docker('kill', '--signal=SIGTERM', container);
      expect(docker('wait', container).stdout.trim()).toBe('0');
    } finally {
      docker('rm', '--force', container);
      if (logs.exitCode === null) await once(logs, 'exit');
    }
  });

  it('holds no development package, no package manager, no source and no test', () => {
    const found = Parse(
      Strings,
      JSON.parse(
        evaluate(
          `console.log(JSON.stringify(require('fs').globSync(['/app/**', '/usr/local/bin/*', '/usr/local/lib/node_modules/*', '/opt/*'])))`,
        ),
      ),
    );
    expect(found).toEqual(
      expect.arrayContaining(
        ['main.js', 'main.js.map', 'third-party-notices.txt'].map(
          (name) => `/app/apps/cart/dist/${name}`,
        ),
      ),
    );
    const unwanted = [
      /node_modules\/(typescript|vite|vitest|nx|turbo|ts-node|testcontainers|@types|@nx|@biomejs)\//,
      /node_modules\/@faultline\/(stores|otlp|catalogue|signals)$/,
      /\/(npm|npx|corepack|yarn|yarnpkg)$/,
      /\.(ts|mts|cts|tsx|tsbuildinfo)$/,
      // What is bundled is not there a second time.
      /node_modules\/(fastify|undici|ioredis|pino|@opentelemetry)\//,
      /^\/app\/libs/,
      /node_modules\/.*\.map$/,
      /\.test\.js$/,
      /\/prebuilds\/(darwin|win32)-/,
      /\.musl\./,
    ];
    for (const pattern of unwanted) expect(found.filter((path) => pattern.test(path))).toEqual([]);
  });

  it('has the native code of this platform', () => {
    expect(
      evaluate(
        `for (const name of ['@datadog/pprof', '@pyroscope/nodejs']) require(require.resolve(name, { paths: ['/app/apps/cart/dist'] })); console.log('loads')`,
      ),
    ).toBe('loads\n');
  });

  it('says what it is', () => {
    const { Config } = inspect(image);
    expect(Config.User).toBe('1000');
    expect(Config.WorkingDir).toBe('/app/apps/cart');
    expect(Config.Cmd).toBeFalsy();
    expect(Config.Labels).toMatchObject({
      'org.opencontainers.image.title': 'faultline cart',
      'org.opencontainers.image.version': '0.0.0-test',
      'org.opencontainers.image.revision': expect.stringMatching(
        /^([0-9a-f]{40}(-dirty)?|unknown)$/,
      ),
      'org.opencontainers.image.base.name': nodeImage,
      'dev.faultline.inputs': expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('lists what it is made of, also what is in its bundle', () => {
    const read = (path: string): unknown =>
      JSON.parse(evaluate(`console.log(require('fs').readFileSync('${path}', 'utf8'))`));
    const components = Parse(Bill, read('/app/sbom.cdx.json')).components.map(({ purl }) => purl);
    const { bundled } = Parse(Packages, read('/app/apps/cart/dist/packages.json'));
    const listed = components.map((purl) => decodeURIComponent(purl.replace(/^pkg:npm\//, '')));
    expect(bundled.filter((id) => !listed.includes(id))).toEqual([]);
    expect(components).toContainEqual(expect.stringMatching(/^pkg:npm\/fastify@5\./));
    expect(components.filter((purl) => /vitest|typescript|@types/.test(purl))).toEqual([]);
  });

  it('is small', () => {
    expect((inspect(image).Size - inspect(nodeImage).Size) / 1e6).toBeLessThan(20);
  });

  it('is not built twice', () => {
    expect(images([...words, '--tag', tag]).stdout).toMatch(/^cart is current$/m);
    const again = images([...words, '--tag', `${tag}-again`]);
    expect(again.stdout).toMatch(/^cart is current, tagged anew$/m);
    expect(inspect(retagged).Id).toBe(inspect(image).Id);
  });
});
