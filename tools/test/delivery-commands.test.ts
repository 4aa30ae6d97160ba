import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workspace } from './scratch';

interface Typed {
  /** The test that runs the command, perhaps with other names of things, and its title. */
  file: string;
  test: string;
}

const pipeline = (test: string): Typed => ({ file: 'test/e2e/cluster/pipeline.test.ts', test });
const jobs = pipeline('deploy the commit, and give a candidate pods beside it');
const scenario = pipeline('take a change of cart through the scenario of the docs, line by line');
const byArgo: Typed = {
  file: 'test/e2e/cluster/canary.test.ts',
  test: 'gets all pods where its version is good',
};
const release = (test: string): Typed => ({ file: 'tools/test/release.test.ts', test });
const candidate = release('is tried on a branch of its own');

/** Why no test runs a command. */
const once =
  'was tried by hand, as the page says: it takes a cluster with Argo Rollouts from Deployments';
const signed = 'needs what a workflow of GitHub has made';

/** Each command of docs/delivery.md by its beginning, and what runs it. */
const commands: readonly (readonly [string, Typed | string])[] = [
  ['only=$(npm run --silent deploy -- --affected --plan)', jobs],
  ['test -z "$only" || npm run images -- --only', jobs],
  ['npm run deploy -- --affected ${only:+--digests', jobs],
  [
    'helm upgrade faultline deploy/helm/faultline --reset-then-reuse-values --force-conflicts --set rollout.enabled=true',
    byArgo,
  ],
  [
    'helm upgrade faultline deploy/helm/faultline --reset-then-reuse-values --force-conflicts --set services.product.tag',
    byArgo,
  ],
  ["services='web-gateway, ", once],
  ['ours="app.kubernetes.io/instance=faultline', once],
  ['kubectl delete deployments --cascade=orphan', once],
  ['kubectl delete replicasets --selector', once],
  [
    'npm run canary -- product --tag 1.3.0',
    {
      file: 'test/e2e/cluster/canary-command.test.ts',
      test: 'gives all pods to a good version',
    },
  ],
  ['CANARY_RELEASES=20 npm run test:cluster', 'takes 36 minutes; a test releases two, not twenty'],
  ['npm run release -- --dry-run', release('takes a version that is named')],
  ['npm run release', release('gives everything the next version, commits it and tags')],
  ['git push --follow-tags', release('is pushed with its tag')],
  ['gh run download "$RUN" --name digests', signed],
  [
    'npm run deploy -- --tag 0.2.0 --digests digests.json',
    {
      file: 'deploy/test/rollout/roll-out.test.ts',
      test: 'has the digest of an image, and the commit also beside files',
    },
  ],
  ["git switch -c test/cart-limit && git commit -am 'fix:", scenario],
  ['npm run ci:local -- --cluster --branch test/cart-limit test-branch', scenario],
  ['git pull --rebase origin main && git switch main && git merge --ff-only', scenario],
  ['npm run ci:local -- --cluster --branch main deploy', scenario],
  ['npm run deploy -- --revert', scenario],
  ['git revert --no-edit HEAD && git push', scenario],
  ['git switch -c release/0.2.0 "$RUNS" && git cherry-pick', candidate],
  ['npm run release -- 0.2.0-rc.1 && git push -u origin HEAD v0.2.0-rc.1', candidate],
  ['image=ghcr.io/acme/faultline/cart@sha256:', signed],
  ['cosign verify "$image"', signed],
  ['gh attestation verify "oci://$image"', signed],
];

const read = (file: string): string => readFileSync(join(workspace, file), 'utf8');

/** The titles of the tests of a file, and of their groups, not its comments. */
const titlesOf = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /^ *(?:it|describe)(?:\.\w+)?\((?:[\s\S]*?\)\()??\s*(?:'((?:[^'\\\n]|\\.)*)'|`([^`]*)`)/gm,
    ),
  ].map(([, plain, template]) => plain ?? template ?? '');

/** The commands of the page, each in one line and without its comment. */
const shown = [...read('docs/delivery.md').matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(
  ([, block = '']) =>
    block
      .replace(/ *\\\n +/g, ' ')
      .split('\n')
      .map((line) => line.replace(/(^| {2,})#.*/, '').trim())
      .filter(Boolean),
);

/** The entry of a command: the longest that it begins with. */
const entryOf = (command: string) =>
  commands
    .filter(([begin]) => command.startsWith(begin))
    .sort(([a], [b]) => b.length - a.length)
    .at(0);

describe('the commands of docs/delivery.md', () => {
  it('are all run by a test, or it is said why not', () => {
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.filter((command) => !entryOf(command))).toEqual([]);
    const used = new Set(shown.map((command) => entryOf(command)?.[0]));
    expect(commands.map(([begin]) => begin).filter((begin) => !used.has(begin))).toEqual([]);
  });

  it.each(
    commands.flatMap(([begin, typed]) => (typeof typed === 'string' ? [] : [{ begin, ...typed }])),
  )('are run by the tests that are named: $begin', ({ file, test }) => {
    expect(titlesOf(read(file)).filter((title) => title.includes(test))).not.toEqual([]);
  });

  it('are not run by a comment, or by a text in a test', () => {
    const text = `
      // is said in a comment
      it('is a test', () => { expect('is said in a test'); });
      it.each([['a case'], ['another']])('is a test with cases: %s', () => undefined);
      describe.skipIf(why)(\`is a group\`, () => undefined);`;
    expect(titlesOf(text)).toEqual(['is a test', 'is a test with cases: %s', 'is a group']);
  });
});
