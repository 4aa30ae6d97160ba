import { list, oneOf, program, wholeNumberFrom } from '@faultline/command-line';
import { type ServiceName, serviceNames } from '@faultline/topology';
import type { ReleaseName } from '../rollout/release';
import { digestOf, origin, tagOf } from '../rollout/typed';

export interface CanaryCommand {
  service: ServiceName;
  tag: string;
  digest: string;
  /** The Prometheus that scrapes the services. */
  prometheus: string;
  /** In seconds. */
  scrapeInterval: number;
  /** Percent of the pods, step by step. */
  weights: readonly number[];
  release: ReleaseName;
  /** Seconds in which pods must be ready. */
  timeout: number;
  /** Seconds in which all that the shop depends on must be well afterwards. */
  settle: number;
  /** A file that is there while the release is changed. */
  unfinished: string | undefined;
}

/** Reads a command line. Throws a UsageError, or HelpAsked. */
export const parseCanaryCommand = (words: readonly string[]): CanaryCommand => {
  const command = program(
    'npm run canary --',
    'Gives a new version of a service a growing share of the pods, in a second Deployment, and then all of them; takes it back if its errors or its p95 are worse than those of the version that runs.',
  )
    .argument('<service>', `of ${serviceNames.join(', ')}`, oneOf('service', serviceNames))
    .requiredOption('--tag <tag>', 'of the new image', tagOf)
    .option('--digest <digest>', 'of the new image', digestOf)
    .requiredOption('--prometheus <url>', 'which scrapes the services', origin)
    .option('--scrape-interval <seconds>', 'of that Prometheus', wholeNumberFrom(1, 300), 15)
    .option('--weights <percents>', 'of the pods: 10,50', list(wholeNumberFrom(1, 99)))
    .option('--release <name>', 'of the chart', 'faultline')
    .option('--namespace <name>', "else that of kubectl's context")
    .option('--context <name>', 'of kubectl, else the current one')
    .option('--timeout <seconds>', 'in which pods must be ready', wholeNumberFrom(1, 3600), 120)
    .option(
      '--settle <seconds>',
      'in which all that the shop depends on must be well afterwards',
      wholeNumberFrom(1, 3600),
      60,
    )
    .option(
      '--unfinished <file>',
      'to write, and remove at the end, for npm run deploy -- --revert',
    )
    .parse(words, { from: 'user' });
  const { release, namespace, context, digest = '', weights = [10, 50], ...more } = command.opts();
  const { unfinished, ...rest } = more;
  const [service] = command.processedArgs;
  const name = { name: release, namespace, context };
  return { ...rest, unfinished, service, digest, weights, release: name };
};
