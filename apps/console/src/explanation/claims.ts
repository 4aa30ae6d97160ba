import type { Claim, Suspect } from '@faultline/contracts/console';
import { dependsOn, isService, ownerOf } from '@faultline/topology';
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

/** When an incident began, and where its first trace failed. */
export const sinceClaim = ({ incident, period, first }: Evidence): Claim => {
  const { since, resolved, alerts } = incident;
  const length =
    resolved === undefined ? 'it still lasts' : `it lasted ${lasting(resolved - since)}`;
  const begin = `It began at ${clock(since)} UTC with the alert “${alerts[0]?.summary ?? incident.title}”; ${length}.`;
  if (!first)
    return {
      kind: 'since',
      words: begin,
      link: linkTo.component(incident.component, period.during),
    };
  const { component, span } = first;
  const offset = Math.round((span.start - since) / second);
  const when = offset <= 0 ? `${-offset} s before` : `${offset} s after`;
  return {
    kind: 'since',
    words: `${begin} The first trace failed ${isService(component) ? 'in' : 'at'} ${component} (${span.name}), ${when}.`,
    link: linkTo.trace(span.traceId, span.spanId, period.during),
  };
};

/** How many components a path has at most. */
const longestPath = 5;

/** From the first suspect to what needs it, with the time after its first effect. */
export const spreadClaim = (evidence: Evidence, [suspect]: readonly Suspect[]): Claim[] => {
  if (!suspect) return [];
  const inSeconds = (at: number): number => Math.round(at / second);
  const path = [...firstEffects(evidence)]
    .filter(([name]) => name === suspect.component || dependsOn(name, suspect.component))
    // What was seen at the same time is in the order in which it spreads.
    .sort(
      ([one, a], [other, b]) =>
        inSeconds(a) - inSeconds(b) ||
        Number(dependsOn(one, other)) - Number(dependsOn(other, one)),
    )
    .slice(0, longestPath);
  const [start, ...others] = path;
  if (!start || others.length === 0) return [];
  const steps = others.map(([name, at]) => `${name} (+${inSeconds(at) - inSeconds(start[1])} s)`);
  return [
    {
      kind: 'spread',
      words: `It was seen in ${[start[0], ...steps].join(' → ')}.`,
      link: linkTo.overview(evidence.period.during),
    },
  ];
};

const mostChanges = 1;

/** The last change shortly before: of the suspects, or else a version or a scale of another of its components. */
export const changeClaims = (
  { changes, incident, period }: Evidence,
  suspects: readonly Suspect[],
): Claim[] => {
  const suspected = suspects.map(({ component }) => ownerOf(component));
  const ofSuspects = changes.filter(({ service }) => suspected.includes(service));
  const others = changes.filter(({ kind }) => kind !== 'restart');
  return [...others, ...ofSuspects].slice(-mostChanges).map((change) => {
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
};

/** What is left to say when nothing points to a component. */
export const nothingClaim = ({ incident, period, isKept }: Evidence): Claim => ({
  kind: 'nothing',
  words: isKept
    ? `No component is unhealthy; the alert alone says “${incident.title}”.`
    : 'The telemetry of that time is no longer kept.',
  link: linkTo.component(incident.component, period.during),
});
