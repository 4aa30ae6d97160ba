import type { Claim, Suspect } from '@faultline/contracts/console';
import { dependsOn } from '@faultline/topology';
import { shownChange } from '../views/changes';
import type { Range } from '../views/range';
import type { Evidence } from './evidence';
import { linkTo } from './links';
import { firstEffects } from './suspects';

const clock = (time: number): string => new Date(time).toISOString().slice(11, 19);

const second = 1_000;

/** `8 s`, `3 min` */
const lasting = (milliseconds: number): string => {
  const seconds = Math.round(milliseconds / second);
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
};

/** The failed span of the sample that began first. */
const firstFailure = ({ failed }: Evidence) =>
  [...failed.byComponent.values()]
    .map(({ example }) => example)
    .sort((a, b) => a.start - b.start)[0];

/** When an incident began, and the first failure that is at hand. */
export const sinceClaim = (evidence: Evidence): Claim => {
  const { incident, period, errors } = evidence;
  const { since, resolved, alerts } = incident;
  const length =
    resolved === undefined ? 'it still lasts' : `it lasted ${lasting(resolved - since)}`;
  const begin = `It began at ${clock(since)} UTC with the alert “${alerts[0]?.summary ?? incident.title}”; ${length}`;
  const [first] = errors
    .filter(({ before, first: at }) => before === 0 && at >= period.during.from)
    .sort((a, b) => a.first - b.first);
  const example = firstFailure(evidence);
  if (!first || !example)
    return {
      kind: 'since',
      words: `${begin}.`,
      link: linkTo.component(incident.component, period.during),
    };
  const offset = Math.round((first.first - since) / second);
  const when = offset < 0 ? `${-offset} s before` : `${offset} s after`;
  return {
    kind: 'since',
    words: `${begin}. The first error was in ${first.component}, ${when}.`,
    link: linkTo.trace(example.traceId, example.spanId, period.during),
  };
};

/** How many components a path has at most. */
const longestPath = 5;

/** From the first suspect to what needs it, with the time after its first effect. */
export const spreadClaim = (evidence: Evidence, [suspect]: readonly Suspect[]): Claim[] => {
  if (!suspect) return [];
  const firsts = firstEffects(evidence);
  const path = [...firsts]
    .filter(([name]) => name === suspect.component || dependsOn(name, suspect.component))
    .sort(([, a], [, b]) => a - b)
    .slice(0, longestPath);
  const [start] = path;
  if (!start || path.length < 2) return [];
  const steps = path.map(([name, at]) => `${name} (+${Math.round((at - start[1]) / second)} s)`);
  const [from] = evidence.incident.components;
  return [
    {
      kind: 'spread',
      words: `It was seen in ${steps.join(' → ')}.`,
      link: linkTo.component(from ?? suspect.component, evidence.period.during),
    },
  ];
};

const mostChanges = 1;

/** Versions, restarts and scales of its components shortly before. */
export const changeClaims = ({ changes, incident, period }: Evidence): Claim[] =>
  changes.slice(-mostChanges).map((change) => {
    const { component, kind, words, at } = shownChange(change);
    const what = {
      version: `got another version (${words})`,
      restart: 'restarted',
      scale: `was scaled (${words})`,
    };
    const range: Range = { from: Math.min(at - 60_000, period.during.from), to: period.during.to };
    return {
      kind: 'change',
      words: `${component} ${what[kind]} ${lasting(incident.since - at)} before.`,
      link: linkTo.component(component, range),
    };
  });

/** What is left to say when nothing points to a component. */
export const nothingClaim = ({ incident, period }: Evidence): Claim => ({
  kind: 'nothing',
  words: `No component is unhealthy; the alert alone says “${incident.title}”.`,
  link: linkTo.component(incident.component, period.during),
});
