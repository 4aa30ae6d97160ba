import { list, oneOf, program, UsageError, wholeNumberFrom } from '@faultline/command-line';
import { type Component, componentNames } from './components';
import type { Selection } from './plan';
import type { ReleaseName } from './release';
import type { Limits } from './roll-out';
import { origin, tagOf } from './typed';

export interface DeployCommand extends Selection, Limits {
  action: 'deploy' | 'plan' | 'revert';
  release: ReleaseName;
  /** The tag of the images; if not given, the commit. */
  tag: string | undefined;
  /** A file with the digests of the images by name. */
  digests: string | undefined;
  prometheus: string | undefined;
  /** A file that is there while the release is changed. */
  unfinished: string | undefined;
  /** Whether to revert also what another command may be at work at. */
  force: boolean;
}

const unfinishedHelp =
  'to write, and remove at the end; with --revert: takes only back what a killed command has left, of which this file tells';

const forceHelp =
  'with --revert: takes also back what helm began less than 10 minutes ago, and has not ended';

/** Reads a command line. Throws a UsageError, or HelpAsked. */
export const parseDeployCommand = (words: readonly string[]): DeployCommand => {
  const typed = program(
    'npm run deploy --',
    'Deploys this commit to a release of the chart: changes only the images that are asked for, waits, checks, and reverts if a check fails.',
  )
    .option('--affected', 'only what differs from the commits that run', false)
    .option(
      '--service <names>',
      `of ${componentNames.join(', ')}`,
      list(oneOf('service', componentNames)),
    )
    .option('--tag <tag>', 'of the images; else the first 12 digits of the commit', tagOf)
    .option(
      '--digests <file>',
      'the digests of the images, as npm run images -- --push --digests writes it',
    )
    .option('--release <name>', 'of the chart', 'faultline')
    .option('--namespace <name>', "else that of kubectl's context")
    .option('--context <name>', 'of kubectl, else the current one')
    .option(
      '--prometheus <url>',
      'where to read burn rates, if not in the console of the release',
      origin,
    )
    .option(
      '--watch <seconds>',
      'how long no objective may burn afterwards',
      wholeNumberFrom(0, 3600),
      60,
    )
    .option('--timeout <seconds>', 'in which all pods must be ready', wholeNumberFrom(1, 3600), 300)
    .option(
      '--settle <seconds>',
      'in which all that the shop depends on must be well afterwards',
      wholeNumberFrom(1, 3600),
      60,
    )
    .option('--plan', 'only prints the services that would change, separated by commas', false)
    .option('--revert', 'takes the last deployment back', false)
    .option('--unfinished <file>', unfinishedHelp)
    .option('--force', forceHelp, false)
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 it failed (what was changed is reverted), 2 what was typed is wrong, 130 it was interrupted (and reverted).',
    )
    .parse(words, { from: 'user' })
    .opts();
  const { affected, service = [], tag, digests, release, namespace, context } = typed;
  const { prometheus, watch, timeout, settle, plan, revert, unfinished, force } = typed;
  if (
    revert &&
    (affected || service.length > 0 || tag !== undefined || digests !== undefined || plan)
  )
    throw new UsageError(
      '--revert takes all of the last deployment back; --affected, --service, --tag, --digests and --plan do not go with it',
    );
  if (force && !revert) throw new UsageError('--force goes with --revert');
  return {
    action: revert ? 'revert' : plan ? 'plan' : 'deploy',
    affected,
    services: [...new Set<Component>(service)],
    release: { name: release, namespace, context },
    tag,
    digests,
    prometheus,
    watch,
    timeout,
    settle,
    unfinished,
    force,
  };
};
