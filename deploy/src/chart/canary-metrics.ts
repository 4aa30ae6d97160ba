import { type CanaryCheck, canary, canaryChecks } from '@faultline/slo';
import { serviceNames } from '@faultline/topology';

/** Argo fills them in: those of the AnalysisTemplate, and the version of the Rollout. */
const argument = (name: string): string => `{{args.${name}}}`;

/** Argo wants a limit of the measurements in a step. One of the others is reached before. */
const neverReached = 10 * canary.waits;

/**
 * A metric of Argo's analysis. Too little to judge is a failed measurement of the traffic, of which many are needed to abort;
 * of errors and latency it is inconclusive, and does not end the analysis before the traffic does.
 */
const metricOf = ({ name, query, tolerated, good, bad }: CanaryCheck) => ({
  name,
  interval: `${canary.interval}s`,
  consecutiveSuccessLimit: canary.passes,
  count: neverReached,
  consecutiveErrorLimit: canary.unanswered,
  successCondition: good,
  ...(bad === undefined
    ? { failureLimit: canary.waits }
    : { failureCondition: bad, failureLimit: tolerated, inconclusiveLimit: neverReached }),
  provider: { prometheus: { address: argument('prometheus'), query } },
});

/** The metrics of the AnalysisTemplate of each service. */
export const renderCanaryMetrics = (): string => {
  const metrics = serviceNames.map((service) => {
    const compared = {
      service,
      installation: argument('installation'),
      version: argument('version'),
      window: argument('window'),
    };
    return [service, canaryChecks(compared).map(metricOf)];
  });
  return `${JSON.stringify(Object.fromEntries(metrics), undefined, 2)}\n`;
};
